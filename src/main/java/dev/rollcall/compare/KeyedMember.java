package dev.rollcall.compare;

import java.util.Comparator;

import dev.rollcall.directory.Member;

/**
 * A member with the key it is sorted and paired by.
 *
 * @param key empty when it has none
 */
public record KeyedMember(String key, Member member) {

	/**
	 * By key. Those that share one, or have none, stand in the order of their refs, so
	 * that it makes no difference in which order they were read.
	 */
	public static final Comparator<KeyedMember> ORDER = Comparator.comparing(KeyedMember::key)
		.thenComparing((keyed) -> keyed.member().ref());

}
