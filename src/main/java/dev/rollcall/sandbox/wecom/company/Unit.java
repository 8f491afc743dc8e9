package dev.rollcall.sandbox.wecom.company;

/**
 * A department as the look-alike keeps it.
 *
 * @param id its id
 * @param name its name
 * @param nameEn its English name, empty when it has none
 * @param parent the id of the department above, 0 above the root
 * @param order its sort weight, larger first
 */
public record Unit(long id, String name, String nameEn, long parent, long order) {

	public static final long ROOT = 1;

}
