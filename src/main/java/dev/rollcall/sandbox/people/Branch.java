package dev.rollcall.sandbox.people;

/**
 * A department made up.
 *
 * @param number counted from 2; 1 is the company itself
 * @param parent the number of the one above, 0 above the company
 * @param name unlike those of its siblings
 * @param sibling how many stand before it, below the same one
 */
public record Branch(long number, long parent, String name, int sibling) {

	/** The number of the company itself. */
	public static final long COMPANY = 1;

}
