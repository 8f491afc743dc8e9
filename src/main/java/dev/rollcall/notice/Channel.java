package dev.rollcall.notice;

import dev.rollcall.directory.Message;

/** A way to tell people something. */
public interface Channel {

	/** What it is, for operators to read: {@code notice.robot} and where it is. */
	Message name();

	/**
	 * Tells it now, once.
	 * @throws NoticeException when nobody may have been told; says why, and neither what
	 * was to be told nor how to get in there
	 */
	void tell(Notice notice);

}
