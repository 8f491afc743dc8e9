package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * The names of all accounts that a target has or is to have, ignoring case: so that no
 * two members come by one name, and none by that of somebody else. Holds them all.
 */
public final class AccountNames implements AccountRules {

	private final AccountRules rules;

	/** By name the userid of the member who wants it first. */
	private final Map<String, String> wanted = new HashMap<>();

	/** By name the userids of all who want it, where they are several. */
	private final Map<String, List<String>> contested = new HashMap<>();

	/** By name the userid of the member who has it, empty if it is nobody's. */
	private final Map<String, String> taken = new HashMap<>();

	/**
	 * No names yet.
	 * @param rules what else there is to know of accounts
	 */
	public AccountNames(AccountRules rules) {
		this.rules = rules;
	}

	/** A member who is to have an account. */
	public void wants(Member desired) {
		String name = name(desired);
		String userid = MemberPlanner.key(desired);
		String first = (name != null) ? this.wanted.putIfAbsent(name, userid) : null;
		if (first != null && !first.equalsIgnoreCase(userid)) {
			this.contested.computeIfAbsent(name, (any) -> new ArrayList<>(List.of(first))).add(userid);
		}
	}

	/** A member of the target. */
	public void has(Member existing) {
		String name = name(existing);
		if (name != null) {
			this.taken.put(name, (existing.userid() != null) ? existing.userid() : "");
		}
	}

	@Override
	public @Nullable Message objection(Member desired) {
		Message objection = this.rules.objection(desired);
		String key = name(desired);
		String name = desired.fields().value(FieldNames.USERNAME);
		if (objection != null || key == null || name == null) {
			return objection;
		}
		List<String> others = this.contested.get(key);
		String owner = this.taken.get(key);
		if (others != null) {
			return Reasons.sameAccountName(name, others);
		}
		return (owner == null) ? null
				: owner.isEmpty() ? Reasons.accountNameOfStranger(name) : Reasons.accountNameTaken(name, owner);
	}

	@Override
	public boolean isAdmitted(Member desired) {
		return this.rules.isAdmitted(desired);
	}

	@Override
	public boolean isDecided(Member desired) {
		return this.rules.isDecided(desired);
	}

	private static @Nullable String name(Member member) {
		String name = member.fields().value(FieldNames.USERNAME);
		return (name != null && !name.isEmpty()) ? name.toLowerCase(Locale.ROOT) : null;
	}

}
