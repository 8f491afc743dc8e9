package dev.rollcall.compare;

import dev.rollcall.directory.Member;

/**
 * How a pair of members differs.
 *
 * @param before the existing member, knowing nothing but what differs
 * @param after the same as it ought to be
 * @param moves whether it changes its departments or its main department
 */
public record MemberDifference(Member before, Member after, boolean moves) {

}
