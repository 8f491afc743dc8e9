package dev.rollcall.sandbox.cam.account;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What CAM's pages leave open, and what may be otherwise than it is here at first. */
public enum Habit {

	/**
	 * Sub-users of WeCom are missing from the list of all sub-users; else they are in it.
	 */
	WECOM_USERS_UNLISTED,
	/** Sub-users of WeCom cannot be updated. */
	WECOM_USERS_FIXED,
	/** Sub-users of WeCom cannot be deleted. */
	WECOM_USERS_KEPT,
	/** Sub-users of WeCom can be in no group. */
	WECOM_USERS_UNGROUPED,
	/** Names that differ in capitals only are the same; else they are two. */
	NAMES_IGNORE_CASE,
	/** A field set to an empty text stays as it is; else it is emptied. */
	EMPTY_KEEPS,
	/** Who is gone cannot be described, nor can others with them; else is left out. */
	GONE_UNDESCRIBED,
	/** A page that would be too large is made smaller without a word; else refused. */
	LIMIT_CAPS;

	/** As it is written in options and in JSON. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The habit of that word, null when there is none. */
	public static @Nullable Habit of(String word) {
		return Stream.of(values()).filter((habit) -> habit.word().equals(word)).findFirst().orElse(null);
	}

}
