package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;

/**
 * A member.
 *
 * @param ref how its directory addresses it
 * @param userid WeCom's account of the member as it is written, null where the side does
 * not know it
 * @param formerUserid the account that this one replaces, where the source says so
 * @param fields everything else that is known by name
 * @param placements the departments it belongs to, null when unknown
 * @param origin where it was read, if anywhere
 */
public record Member(String ref, @Nullable String userid, @Nullable String formerUserid, Fields fields,
		@Nullable Placements placements, @Nullable Origin origin) implements Entry {

	@Override
	public EntryKind kind() {
		return EntryKind.MEMBER;
	}

	/** The same with other fields. */
	public Member with(Fields others) {
		return new Member(this.ref, this.userid, this.formerUserid, others, this.placements, this.origin);
	}

	/** Its name, null when unknown. */
	public @Nullable String name() {
		return this.fields.value(FieldNames.NAME);
	}

	/**
	 * Whether its directory addresses it by its userid, so that it is that account.
	 * Elsewhere the userid is only a link to it, which may be missing.
	 */
	public boolean isItsUserid() {
		return this.userid != null && this.ref.equalsIgnoreCase(this.userid);
	}

	/**
	 * Whether nothing is known of it but that it is there: what is left of a row that
	 * could not be used.
	 */
	public boolean isUnknown() {
		return this.placements == null && this.fields.areUnknown();
	}

	/** Whether the other says the same of the member, wherever it was read. */
	public boolean saysTheSameAs(Member other) {
		return java.util.Objects.equals(this.userid, other.userid)
				&& java.util.Objects.equals(this.formerUserid, other.formerUserid)
				&& java.util.Objects.equals(this.placements, other.placements) && this.fields.equals(other.fields);
	}

}
