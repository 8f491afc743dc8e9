package dev.rollcall.sandbox.cam.account;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sub-user. No password and no key is kept, only that there is one.
 *
 * @param uin the number of its account
 * @param uid its number within CAM
 * @param name its only key in most calls
 * @param weComUserId the userid of a member of WeCom whom the console has imported, null
 * of everybody else
 * @param profile what can be changed: {@code Remark}, {@code ConsoleLogin},
 * {@code PhoneNum}, {@code CountryCode}, {@code Email}
 * @param password where its password comes from
 * @param keys how many access keys it has
 * @param created when, as CAM writes it
 */
public record SubUser(long uin, long uid, String name, @Nullable String weComUserId, ObjectNode profile,
		Password password, int keys, String created) {

	/** What is known of a password. */
	public enum Password {

		/** There is none. */
		NONE,
		/** Whoever has created or updated the sub-user has said it. */
		GIVEN,
		/** It was made up and said once. */
		GENERATED

	}

	/** Whether the console has imported it from WeCom. */
	public boolean isOfWeCom() {
		return this.weComUserId != null;
	}

	/** A text of the profile, empty when it has none. */
	public String text(String field) {
		return this.profile.path(field).asString("");
	}

	public SubUser with(Password other) {
		return new SubUser(this.uin, this.uid, this.name, this.weComUserId, this.profile, other, this.keys,
				this.created);
	}

	@Override
	public String toString() {
		return "SubUser[" + this.name + "]";
	}

}
