package dev.rollcall.connector;

import java.util.List;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/** An open directory that can be read. One run, one source; closed when the run ends. */
public interface Source extends AutoCloseable {

	/** Which directory this is and, if that can be told, which state of it. */
	Identity identity();

	/** The fields it can tell of a department. */
	Schema departmentSchema();

	/** The fields it can tell of a member. */
	Schema memberSchema();

	/**
	 * Reads all entries, page by page, always in the same order while the directory does
	 * not change.
	 * @param cursor the {@link Page#cursor()} of the last page that was taken, to go on
	 * behind it; null to start at the beginning
	 */
	PageReader read(@Nullable String cursor);

	/**
	 * How many entries the directory itself says that it holds, not counting what was
	 * read: so that what a page has lost comes to light. Asked once, behind the last
	 * page.
	 * @return null when it says nothing, or only at great cost
	 */
	default @Nullable Claim claimed() {
		return null;
	}

	/**
	 * Whether it tells departments by itself, those without members included; not whether
	 * it only knows departments that members name.
	 */
	default boolean tellsDepartments() {
		return true;
	}

	/** The names of the parts that an origin counts, such as sheets; else empty. */
	default List<String> parts() {
		return List.of();
	}

	/** What an operator should know before relying on it, for {@code check}. */
	default List<CheckResult> check() {
		return List.of();
	}

	/**
	 * What using the directory has come to since it was opened: calls, tries that had to
	 * be repeated, time that was waited. For the report of the run; empty where there is
	 * nothing to say.
	 */
	default List<Message> traffic() {
		return List.of();
	}

	/** Who can write rejected rows in a form that is easy to mend, or null. */
	default @Nullable RejectedRows rejectedRows() {
		return null;
	}

	@Override
	void close();

}
