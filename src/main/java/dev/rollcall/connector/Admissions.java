package dev.rollcall.connector;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Who is to have an account because an administrator has approved an application. */
@FunctionalInterface
public interface Admissions {

	/** Nobody has applied. */
	Admissions NONE = (userid) -> null;

	/**
	 * The groups that were approved with the application of a member, perhaps none; null
	 * when there is no approved application.
	 * @param userid in any case
	 */
	@Nullable Set<String> groups(String userid);

}
