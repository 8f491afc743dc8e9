package dev.rollcall.connector.excel.contacts;

/** What is done with a userid that stands in the file as a number. */
public enum NumericUserid {

	/**
	 * The row is rejected: {@code 00123} and {@code 123} are the same number and two
	 * members.
	 */
	REJECT,

	/** Its plain digits are the userid. */
	ACCEPT

}
