package dev.rollcall.sandbox.wecom;

/**
 * What callers may see, beside what their secret allows.
 *
 * @param newAddress whether the contact-sync assistant calls from an address that is new
 * to it, so that it may read ids only
 * @param personalFields whether the self-built app is old enough to be shown mobiles,
 * mail addresses, gender and postal addresses
 * @param trustedAddress whether the caller's address is among the trusted ones (企业可信IP)
 */
public record Powers(boolean newAddress, boolean personalFields, boolean trustedAddress) {

	/** An old corporation: everything is shown. */
	public static final Powers FULL = new Powers(false, true, true);

	/** What is shown to whoever begins today. */
	public static final Powers TODAY = new Powers(true, false, true);

}
