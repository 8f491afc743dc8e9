package dev.rollcall.connector;

import java.util.Set;

/**
 * One kind of directory: the code that opens it as a source, as a target, or as both. A
 * Spring bean; job files name it by {@link #name()}.
 *
 * @param <S> its settings: a record, bound from the keys that a job file gives under
 * {@code source} or {@code target}, checked by its compact constructor, which throws
 * {@link SettingsException}
 */
public interface Connector<S extends Record> {

	/** How job files name it, such as {@code excel}. */
	String name();

	/** The record that its settings are bound to. */
	Class<S> settings();

	/** Whether it can be read. */
	default boolean isSource() {
		return true;
	}

	/** Whether changes can be applied to it. */
	default boolean isTarget() {
		return false;
	}

	/**
	 * Whether a job may name another source beside it, {@code source.companion}, that
	 * tells of the same entries what this one does not: {@link Surroundings#companion()}.
	 */
	default boolean takesCompanion() {
		return false;
	}

	/**
	 * The groups that an administrator may give a member with an approved application, in
	 * a target with {@link Accounts}: those that the settings say are managed.
	 * @return empty when there are none
	 */
	default Set<String> grantable(S settings) {
		return Set.of();
	}

	/**
	 * Opens the directory for reading. Finds out what can be known without reading it
	 * all: that it is there, that it can be understood, and which fields it has.
	 * @throws DirectoryException when the directory cannot be reached or understood
	 * @throws SettingsException when the settings name something that is not there
	 */
	default Source openSource(S settings, Surroundings surroundings) {
		throw new UnsupportedOperationException(name() + " is no source");
	}

	/** Opens the directory for reading and for changes; otherwise as a source. */
	default Target openTarget(S settings, Surroundings surroundings) {
		throw new UnsupportedOperationException(name() + " is no target");
	}

}
