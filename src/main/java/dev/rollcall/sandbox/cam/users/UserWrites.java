package dev.rollcall.sandbox.cam.users;

import java.util.List;
import java.util.SplittableRandom;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.account.SubUser;
import dev.rollcall.sandbox.cam.account.SubUser.Password;
import dev.rollcall.sandbox.cam.signature.AccessKey;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls that write sub-users. Passwords and keys that are made up go into one answer and
 * nowhere else.
 */
public final class UserWrites {

	private static final String CONSOLE = "ConsoleLogin";

	private static final List<String> TEXTS = List.of("Remark", "PhoneNum", "CountryCode", "Email");

	private final RootAccount account;

	private final Passwords passwords = new Passwords();

	private final SplittableRandom chance = new SplittableRandom();

	public UserWrites(RootAccount account) {
		this.account = account;
	}

	/** {@code AddUser}. */
	public ObjectNode add(Question question) {
		String name = question.text("Name", "");
		if (!RootAccount.NAME.matcher(name).matches()) {
			throw Refused.because(Code.USER_NAME_ILLEGAL);
		}
		boolean console = question.flag(CONSOLE, false);
		boolean api = question.flag("UseApi", false);
		question.flag("NeedResetPassword", false);
		String given = question.text("Password", "");
		if (console && !given.isEmpty()) {
			Passwords.check(given);
		}
		if (this.account.named(name) != null) {
			throw Refused.because(Code.SUB_USER_TAKEN);
		}
		this.account.checkRoom();
		String made = (console && given.isEmpty()) ? this.passwords.next() : "";
		Password password = !console ? Password.NONE : made.isEmpty() ? Password.GIVEN : Password.GENERATED;
		SubUser user = this.account.create(name, profile(question, console), password, api ? 1 : 0);
		return added(user, made, api);
	}

	/** {@code UpdateUser}. */
	public ObjectNode update(Question question) {
		SubUser user = this.account.required(question.text("Name", ""));
		boolean console = question.flag(CONSOLE, user.profile().path(CONSOLE).asInt(0) == 1);
		String given = question.text("Password", "");
		if (!given.isEmpty()) {
			Passwords.check(given);
		}
		// Members of WeCom can always log in to the console: nobody can take that away.
		if (user.isOfWeCom() && (!console || this.account.has(Habit.WECOM_USERS_FIXED))) {
			throw Refused.because(Code.FAILED);
		}
		user.profile().put(CONSOLE, console ? 1 : 0);
		TEXTS.forEach((field) -> {
			String text = question.text(field);
			if (text != null && !(text.isEmpty() && this.account.has(Habit.EMPTY_KEEPS))) {
				user.profile().put(field, text);
			}
		});
		this.account.put(given.isEmpty() ? user : user.with(Password.GIVEN));
		return Json.object();
	}

	/** {@code DeleteUser}. */
	public ObjectNode delete(Question question) {
		SubUser user = this.account.required(question.text("Name", ""));
		if (user.isOfWeCom() && this.account.has(Habit.WECOM_USERS_KEPT)) {
			throw Refused.because(Code.FAILED);
		}
		if (user.keys() > 0 && !question.flag("Force", false)) {
			throw Refused.because(Code.HAVE_KEYS);
		}
		this.account.delete(user);
		return Json.object();
	}

	private ObjectNode added(SubUser user, String password, boolean api) {
		ObjectNode answer = Json.object()
			.put("Uin", user.uin())
			.put("Name", user.name())
			.put("Password", password)
			.put("SecretId", "")
			.put("SecretKey", "")
			.put("Uid", user.uid());
		if (api) {
			AccessKey key = AccessKey.any(this.chance);
			answer.put("SecretId", key.id()).put("SecretKey", key.secret());
		}
		return answer;
	}

	private static ObjectNode profile(Question question, boolean console) {
		ObjectNode profile = Json.object().put(CONSOLE, console ? 1 : 0);
		TEXTS.forEach((field) -> {
			String text = question.text(field);
			if (text != null && !text.isEmpty()) {
				profile.put(field, text);
			}
		});
		return profile;
	}

}
