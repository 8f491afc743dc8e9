package dev.rollcall.compare;

import java.util.Locale;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * What an operator calls an entry: a userid ignoring case; else a member's name, mobile
 * or mail address, or a department's id or path.
 */
public final class SoughtEntry {

	/** A word shorter than this is part of too many userids. */
	private static final int ENOUGH = 3;

	private final String word;

	private final String key;

	/** How well an entry answers to a word. */
	public enum Answer {

		/** Not at all. */
		NO,

		/** It is called nearly so: whoever typed the word may have meant it. */
		NEARLY,

		/** By something else than its userid. */
		OTHERWISE,

		/** By its userid, or the one it had. */
		USERID

	}

	public SoughtEntry(String word) {
		this.word = word.strip();
		this.key = Userid.key(this.word);
	}

	/** The word as it was typed. */
	public String word() {
		return this.word;
	}

	/** How well a member answers. */
	public Answer of(Member member) {
		if (isUserid(member.userid()) || isUserid(member.formerUserid())) {
			return Answer.USERID;
		}
		boolean otherwise = this.word.equals(member.name())
				|| this.word.equals(member.fields().value(FieldNames.MOBILE))
				|| this.key.equals(lower(member.fields().value(FieldNames.EMAIL)));
		return otherwise ? Answer.OTHERWISE : isNearly(member.userid()) ? Answer.NEARLY : Answer.NO;
	}

	/** How well a department of a path answers. */
	public Answer of(Department department, String path) {
		if (this.word.equals(department.id()) || this.key.equals(lower(path))) {
			return Answer.OTHERWISE;
		}
		return this.key.equals(lower(department.name())) ? Answer.NEARLY : Answer.NO;
	}

	private boolean isUserid(@Nullable String userid) {
		return userid != null && this.key.length() == userid.length() && this.key.equals(Userid.key(userid));
	}

	/** Whether a userid holds the word, or one character was typed wrongly. */
	private boolean isNearly(@Nullable String userid) {
		if (userid == null || this.key.length() < ENOUGH) {
			return false;
		}
		String other = Userid.key(userid);
		return other.contains(this.key) || (Math.abs(other.length() - this.key.length()) <= 1 && isOneApart(other));
	}

	/** Whether one character more, less or other makes the word out of another one. */
	private boolean isOneApart(String other) {
		int length = Math.min(this.key.length(), other.length());
		int same = 0;
		while (same < length && this.key.charAt(same) == other.charAt(same)) {
			same++;
		}
		int end = 0;
		while (end < length - same
				&& this.key.charAt(this.key.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		int rest = Math.max(this.key.length(), other.length()) - same - end;
		return rest <= 1 || (rest == 2 && this.key.length() == other.length()
				&& this.key.charAt(same) == other.charAt(same + 1) && this.key.charAt(same + 1) == other.charAt(same));
	}

	private static @Nullable String lower(@Nullable String value) {
		return (value != null) ? value.toLowerCase(Locale.ROOT) : null;
	}

}
