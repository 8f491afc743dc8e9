package dev.rollcall.compare;

import dev.rollcall.directory.Member;

/**
 * A member with the key it is sorted and paired by.
 *
 * @param key empty when it has none
 */
public record KeyedMember(String key, Member member) {

}
