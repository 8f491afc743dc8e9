package dev.rollcall.connector.authing.write;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.authing.fields.CustomValue;
import dev.rollcall.connector.authing.fields.Gender;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.connector.authing.fields.Status;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.PhoneNumber;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/** Makes of changes of members what is sent. */
final class MemberBodies {

	private static final Map<String, String> OWN = Map.of(FieldNames.NAME, "name", FieldNames.ALIAS, "nickname",
			FieldNames.EMAIL, "email", FieldNames.ADDRESS, "address", FieldNames.USERNAME, "username");

	private final PoolFields fields;

	private final Definitions definitions;

	MemberBodies(PoolFields fields, Definitions definitions) {
		this.fields = fields;
		this.definitions = definitions;
	}

	/**
	 * What is sent of a change that keeps {@link MemberRules}.
	 * @param places where the member is to be, null when that does not change
	 */
	MemberBody of(Change change, @Nullable Places places, Tree tree) {
		Member after = (Member) Objects.requireNonNull(change.after());
		boolean creation = change.kind() == ChangeKind.CREATE;
		Draft draft = new Draft(this.fields, creation);
		after.fields().known().forEach(draft::put);
		String link = link(change);
		if (link != null) {
			draft.custom(Link.USERID.key(), link);
		}
		if (places != null && this.definitions.has(Link.DEPARTMENT_IDS)) {
			draft.custom(Link.DEPARTMENT_IDS.key(), ids(places, tree));
		}
		if (creation) {
			draft.identify(after.userid());
		}
		return new MemberBody(creation ? null : Objects.requireNonNull(change.ref()),
				(creation && places != null) ? places.mainFirst() : null, draft.profile, draft.custom, draft.emptied,
				draft.emptiedCustom);
	}

	/** The userid that a member is to be linked to, empty for none, null to leave it. */
	static @Nullable String link(Change change) {
		String wanted = (change.after() instanceof Member after) ? after.userid() : null;
		String held = (change.before() instanceof Member before) ? before.userid() : null;
		return Objects.equals(wanted, held) ? null : wanted;
	}

	/** Whether a field of the schema is written. */
	static boolean isWritten(String field, PoolFields fields) {
		return OWN.containsKey(field)
				|| Set.of(FieldNames.GENDER, FieldNames.MOBILE, FieldNames.ENABLED).contains(field)
				|| fields.type(field) != null;
	}

	private static String ids(Places places, Tree tree) {
		return places.list()
			.stream()
			.map((place) -> tree.link(place.department()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(","));
	}

	/** What is being put together. */
	private static final class Draft {

		final Map<String, Object> profile = new LinkedHashMap<>();

		final Map<String, Object> custom = new LinkedHashMap<>();

		final Set<String> emptied = new LinkedHashSet<>();

		final Set<String> emptiedCustom = new LinkedHashSet<>();

		private final PoolFields fields;

		private final boolean creation;

		Draft(PoolFields fields, boolean creation) {
			this.fields = fields;
			this.creation = creation;
		}

		void put(String field, String value) {
			switch (field) {
				case FieldNames.STATUS -> {
					// Follows from whether somebody is enabled; all else is Authing's.
				}
				case FieldNames.ENABLED -> enable(value);
				case FieldNames.GENDER -> own("gender", (this.creation && value.isEmpty()) ? "" : Gender.letter(value));
				case FieldNames.MOBILE -> phone(value);
				default -> {
					if (OWN.containsKey(field)) {
						own(Objects.requireNonNull(OWN.get(field)), value);
					}
					else if (this.fields.type(field) != null) {
						custom(field, CustomValue.of(value, this.fields.type(field)));
					}
				}
			}
		}

		/** Whoever is created is enabled anyway. */
		private void enable(String value) {
			if (!this.creation || value.equals(FieldNames.FALSE)) {
				this.profile.put("status", Status.of(value));
			}
		}

		private void phone(String value) {
			PhoneNumber phone = PhoneNumber.of(value);
			own("phone", phone.number());
			if (!phone.number().isEmpty()) {
				this.profile.put("phoneCountryCode", phone.countryCode());
			}
		}

		private void own(String field, String value) {
			if (!value.isEmpty()) {
				this.profile.put(field, value);
			}
			else if (!this.creation) {
				this.emptied.add(field);
			}
		}

		/** What the field cannot hold is left out; {@link MemberRules} has said so. */
		void custom(String key, @Nullable Object value) {
			if (value != null && !value.equals("")) {
				this.custom.put(key, value);
			}
			else if (value != null && !this.creation) {
				this.emptiedCustom.add(key);
			}
		}

		/** Whoever has neither phone nor mail can only be told by a username. */
		void identify(@Nullable String userid) {
			boolean known = List.of("phone", "email", "username").stream().anyMatch(this.profile::containsKey);
			if (!known && userid != null && !userid.isEmpty()) {
				this.profile.put("username", userid);
			}
		}

	}

}
