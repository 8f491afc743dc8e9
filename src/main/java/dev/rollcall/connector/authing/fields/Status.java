package dev.rollcall.connector.authing.fields;

import java.util.Locale;
import java.util.Set;

import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/** How the state of a user is written. */
public final class Status {

	/** What somebody is who may log in. */
	public static final String ACTIVATED = "Activated";

	/** What somebody is whom a run has disabled. */
	public static final String SUSPENDED = "Suspended";

	private Status() {
	}

	/** As a value of the field {@code status}; null when Authing says nothing. */
	public static @Nullable String text(@Nullable String status) {
		return (status != null) ? status.toLowerCase(Locale.ROOT) : null;
	}

	/** As a value of the field {@code enabled}. */
	static @Nullable String enabled(@Nullable String status) {
		return (status == null) ? null : status.equals(ACTIVATED) ? FieldNames.TRUE : FieldNames.FALSE;
	}

	/** What Authing is told to make of somebody who is to be enabled, or not. */
	public static String of(String enabled) {
		return enabled.equals(FieldNames.FALSE) ? SUSPENDED : ACTIVATED;
	}

	/** Values of the field {@code status} of those who have left or are to rest. */
	public static Set<String> spared() {
		return Set.of("suspended", "deactivated", "resigned", "archived");
	}

}
