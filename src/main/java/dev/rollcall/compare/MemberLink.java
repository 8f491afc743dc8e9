package dev.rollcall.compare;

/**
 * What an earlier run remembers of a pair that it found by a key weaker than the userid.
 *
 * @param ref how the target addresses its member
 * @param by the key that found it then
 * @param run the run that remembers it
 */
public record MemberLink(String ref, MemberKey by, long run) {

}
