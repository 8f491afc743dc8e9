package dev.rollcall.report;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.connector.Sentences;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one language. A code that begins with a connector's name stands in
 * that connector's own bundle; all others stand in the one beside this class.
 */
public final class Words implements Sentences {

	private static final String OWN = "dev.rollcall.report.messages";

	private static final String STATE = "report.run-state.";

	private static final String APPLICATION = "report.application-state.";

	/** What a connector's vendor is called. */
	private static final Pattern VENDOR = Pattern.compile("[a-z]+\\.vendor");

	private static final Pattern LOST = Pattern.compile("\\b[a-z]+\\.lost\\.[a-z-]+\\b");

	/** What is done, and to what, in sentences about limits. */
	private static final String WORD = "plan.word.";

	private final Locale locale;

	private final Map<String, ResourceBundle> bundles = new HashMap<>();

	public Words(Locale locale) {
		this.locale = locale;
	}

	/** English, or Chinese for any Chinese locale. */
	public static Words in(Locale locale) {
		return new Words(locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
	}

	public Locale locale() {
		return this.locale;
	}

	@Override
	public String of(Message message) {
		String pattern = pattern(message.code());
		return (pattern == null) ? message.toString() : new MessageFormat(pattern, this.locale)
			.format(message.arguments().stream().map(this::word).toArray());
	}

	/**
	 * A state, a deed or a vendor that a sentence speaks of is put into words as the
	 * sentence is, and so is what a directory cannot bring back.
	 */
	private String word(String argument) {
		boolean named = argument.startsWith(STATE) || argument.startsWith(APPLICATION) || argument.startsWith(WORD)
				|| VENDOR.matcher(argument).matches();
		String word = named ? pattern(argument) : null;
		return (word != null) ? word : LOST.matcher(argument).replaceAll((found) -> {
			String thing = pattern(found.group());
			return Matcher.quoteReplacement((thing != null) ? thing : found.group());
		});
	}

	/** The sentence of a code with some arguments. */
	public String of(String code, Object... arguments) {
		return of(Message.of(code, arguments));
	}

	private @Nullable String pattern(String code) {
		String prefix = code.substring(0, Math.max(0, code.indexOf('.')));
		for (ResourceBundle bundle : new ResourceBundle[] { bundle(prefix), bundle("") }) {
			if (bundle != null && bundle.containsKey(code)) {
				return bundle.getString(code);
			}
		}
		return null;
	}

	private synchronized @Nullable ResourceBundle bundle(String connector) {
		if (!this.bundles.containsKey(connector)) {
			this.bundles.put(connector,
					load(connector.isEmpty() ? OWN : "dev.rollcall.connector." + connector + ".messages"));
		}
		return this.bundles.get(connector);
	}

	private @Nullable ResourceBundle load(String name) {
		try {
			return ResourceBundle.getBundle(name, this.locale,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		}
		catch (MissingResourceException ex) {
			return null;
		}
	}

}
