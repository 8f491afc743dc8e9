package dev.rollcall.sandbox.authing.pool;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user.
 *
 * @param id given by Authing
 * @param number counted from 1 in the order of creation
 * @param status {@code Activated}, {@code Suspended}, {@code Deactivated},
 * {@code Resigned} or {@code Archived}
 * @param profile the fields that every pool has, but those that are empty; never changed
 * @param custom what stands in custom fields; never changed
 * @param posts where the user belongs, in the order of joining
 * @param main the id of the main department, null when there is none
 * @param password where the password comes from; the password itself is not kept
 * @param created when the user was created
 * @param updated when the user was last changed
 */
public record Account(String id, long number, String status, ObjectNode profile, ObjectNode custom, List<Post> posts,
		@Nullable String main, Password password, String created, String updated) {

	public static final String ACTIVATED = "Activated";

	public static final String RESIGNED = "Resigned";

	/** All that a status may be. */
	public static final List<String> STATUSES = List.of(ACTIVATED, "Suspended", "Deactivated", RESIGNED, "Archived");

	public Account {
		posts = List.copyOf(posts);
	}

	/**
	 * A place in one department.
	 *
	 * @param department its id
	 * @param joined since when
	 */
	public record Post(String department, String joined) {
	}

	/** Where a password comes from. */
	public enum Password {

		NONE, GIVEN, GENERATED

	}

	/** A field of the profile, empty when there is nothing in it. */
	public String text(String field) {
		return this.profile.path(field).asString("");
	}

	public boolean isIn(String department) {
		return this.posts.stream().anyMatch((post) -> post.department().equals(department));
	}

	public Account in(List<Post> others, @Nullable String otherMain, String now) {
		return new Account(this.id, this.number, this.status, this.profile, this.custom, others, otherMain,
				this.password, this.created, now);
	}

	public Account saying(String otherStatus, ObjectNode otherProfile, ObjectNode otherCustom, String now) {
		return new Account(this.id, this.number, otherStatus, otherProfile, otherCustom, this.posts, this.main,
				this.password, this.created, now);
	}

	public Account with(Password other) {
		return new Account(this.id, this.number, this.status, this.profile, this.custom, this.posts, this.main, other,
				this.created, this.updated);
	}

}
