package dev.rollcall.sandbox.cam;

import java.util.Map;
import java.util.Objects;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.account.SubUser.Password;
import dev.rollcall.sandbox.people.Employee;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where people are put whom no call has created: those who are there before anybody
 * calls, and those whom the console imports from WeCom.
 */
public final class Settlement {

	private final RootAccount account;

	private int made;

	Settlement(RootAccount account) {
		this.account = account;
	}

	/** An empty group. */
	public void group(String name) {
		this.account.group(name, "");
	}

	/** A member of WeCom; passed over without a userid. */
	public void weComUser(Member member) {
		if (member.userid() != null) {
			weComUser(member.userid(), member.userid(), member.fields().known());
		}
	}

	/**
	 * A member of WeCom whom the console imports.
	 * @param name of the sub-user
	 * @return whether it could be: not without a proper name, nor when it is there
	 */
	boolean weComUser(String userid, String name, Map<String, String> known) {
		boolean there = this.account.named(name) != null || this.account.users().hasWeComUserId(userid);
		if (there || !RootAccount.NAME.matcher(name).matches()) {
			return false;
		}
		settle(name, userid, known);
		return true;
	}

	/** The first ones have been created by calls, the others are members of WeCom. */
	void put(Employee employee, int plain) {
		boolean first = this.made++ < plain;
		settle(employee.userid(), first ? null : employee.userid(), employee.texts());
	}

	private void settle(String name, @Nullable String userid, Map<String, String> known) {
		ObjectNode profile = Json.object().put("ConsoleLogin", (userid != null) ? 1 : 0);
		set(profile, "Remark", known.get(FieldNames.NAME));
		set(profile, "Email", known.get(FieldNames.EMAIL));
		String mobile = Objects.requireNonNullElse(known.get(FieldNames.MOBILE), "");
		if (!mobile.isEmpty()) {
			profile.put("PhoneNum", mobile).put("CountryCode", "86");
		}
		this.account.settle(name, userid, profile, Password.NONE, 0);
	}

	private static void set(ObjectNode profile, String field, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			profile.put(field, value);
		}
	}

}
