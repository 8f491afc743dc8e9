package dev.rollcall.notice;

/**
 * What somebody is told. May hold what nobody else is to read, so it is never logged.
 *
 * @param subject in a few words
 * @param text in lines
 */
public record Notice(String subject, String text) {

	@Override
	public String toString() {
		return "Notice[" + this.subject + "]";
	}

}
