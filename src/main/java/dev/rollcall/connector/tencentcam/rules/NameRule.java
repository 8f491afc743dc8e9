package dev.rollcall.connector.tencentcam.rules;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** How a sub-user is called after a member's userid: a text with placeholders in it. */
public final class NameRule {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

	private final String text;

	private NameRule(String text) {
		this.text = text;
	}

	/** What can stand between braces. */
	private enum Placeholder {

		USERID, USERID_LOWER,

		/** What stands before the first {@code @}. */
		USERID_LOCAL, USERID_LOCAL_LOWER;

		String part(String userid) {
			return switch (this) {
				case USERID -> userid;
				case USERID_LOWER -> lower(userid);
				case USERID_LOCAL -> local(userid);
				case USERID_LOCAL_LOWER -> lower(local(userid));
			};
		}

		private static String local(String userid) {
			int at = userid.indexOf('@');
			return (at > 0) ? userid.substring(0, at) : userid;
		}

		private static String lower(String text) {
			return text.toLowerCase(Locale.ROOT);
		}

		private static @Nullable Placeholder of(MatchResult found) {
			return Stream.of(values()).filter((one) -> one.toString().equals(found.group())).findFirst().orElse(null);
		}

		@Override
		public String toString() {
			return "{" + lower(name()).replace('_', '-') + "}";
		}

	}

	/**
	 * A rule as a job file says it.
	 * @throws SettingsException when it has unknown placeholders, none at all, or signs
	 * that no name may have
	 */
	public static NameRule of(String text) {
		Matcher placeholders = PLACEHOLDER.matcher(text);
		boolean some = false;
		while (placeholders.find()) {
			if (Placeholder.of(placeholders.toMatchResult()) == null) {
				throw new SettingsException(
						Message.of("tencentcam.settings.name-placeholder", placeholders.group(), words()));
			}
			some = true;
		}
		if (!some) {
			throw new SettingsException(Message.of("tencentcam.settings.name-constant", text, words()));
		}
		String illegal = LegalName.illegal(placeholders.replaceAll(""));
		if (!illegal.isEmpty()) {
			throw new SettingsException(Message.of("tencentcam.settings.name-signs", text, illegal));
		}
		return new NameRule(text);
	}

	/** How the sub-user of a member is called; perhaps no legal name. */
	public String name(String userid) {
		return PLACEHOLDER.matcher(this.text).replaceAll((found) -> {
			Placeholder placeholder = Placeholder.of(found);
			return Matcher.quoteReplacement((placeholder != null) ? placeholder.part(userid) : "");
		});
	}

	private static String words() {
		return Stream.of(Placeholder.values()).map(Placeholder::toString).collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
