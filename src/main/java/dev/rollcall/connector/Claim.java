package dev.rollcall.connector;

/**
 * How many entries a directory itself says that it holds.
 *
 * @param departments how many departments, -1 when it does not say
 * @param members how many members, -1 when it does not say
 */
public record Claim(long departments, long members) {

}
