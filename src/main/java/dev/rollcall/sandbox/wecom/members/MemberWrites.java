package dev.rollcall.sandbox.wecom.members;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.company.UniqueTexts;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates and changes members. Everything is checked before anything is written. A mobile
 * is looked for before the userid, so whoever creates the same member twice is told that
 * the mobile is taken, by that member itself.
 */
public final class MemberWrites {

	private static final Pattern USERID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_\\-@.]{0,63}");

	private final Company company;

	private final Habits habits;

	private final WaitingRoom waiting;

	public MemberWrites(Company company, Habits habits) {
		this.company = company;
		this.habits = habits;
		this.waiting = new WaitingRoom(company, habits);
	}

	public ObjectNode create(Question question) {
		String userid = userid(question);
		if (!USERID.matcher(userid).matches()) {
			throw Refused.because(Code.INVALID_USERID);
		}
		Map<String, String> texts = MemberTexts.merged(question, Map.of());
		Places places = places(question, null);
		reachable(texts);
		free(UniqueTexts.MOBILE, Code.MOBILE_EXISTED, texts, userid, null);
		if (this.company.person(userid) != null) {
			throw Refused.bare(Code.USERID_EXISTED, Code.USERID_EXISTED.words());
		}
		free(UniqueTexts.EMAIL, Code.EMAIL_EXISTED, texts, userid, null);
		free(UniqueTexts.BIZ_MAIL, Code.BIZ_MAIL_EXISTED, texts, userid, null);
		ObjectNode answer = Json.object().put("errmsg", "created");
		put(new Person(userid, texts, CustomFields.merged(question, null, this.habits), places.posts(), places.main(),
				leaders(question, List.of()), isEnabled(question, true), false), places, answer);
		if (isInvited(question)) {
			this.company.invited().add(userid);
		}
		return answer;
	}

	public ObjectNode update(Question question) {
		Person former = this.company.person(userid(question));
		if (former == null) {
			throw Refused.because(Code.USERID_NOT_FOUND);
		}
		String other = question.text("new_userid");
		if (other != null && !other.isEmpty() && !other.equals(former.userid())) {
			throw Refused.because(Code.USERID_FIXED);
		}
		Map<String, String> texts = MemberTexts.merged(question, former.texts());
		if (former.activated()) {
			// Whoever has signed in keeps the mobile, and nobody is told.
			texts.put(UniqueTexts.MOBILE, former.text(UniqueTexts.MOBILE));
		}
		Places places = places(question, former);
		reachable(texts);
		free(UniqueTexts.MOBILE, Code.MOBILE_EXISTED, texts, former.userid(), former);
		free(UniqueTexts.EMAIL, Code.EMAIL_EXISTED, texts, former.userid(), former);
		free(UniqueTexts.BIZ_MAIL, Code.BIZ_MAIL_EXISTED, texts, former.userid(), former);
		ObjectNode answer = Json.object().put("errmsg", "updated");
		put(new Person(former.userid(), texts, CustomFields.merged(question, former, this.habits), places.posts(),
				places.main(), leaders(question, former.leaders()), isEnabled(question, former.enabled()),
				former.activated()), places, answer);
		return answer;
	}

	private void put(Person person, Places places, ObjectNode answer) {
		Places settled = this.waiting.settled(places, answer);
		this.company.put(new Person(person.userid(), person.texts(), person.custom(), settled.posts(), settled.main(),
				person.leaders(), person.enabled(), person.activated()));
	}

	private static String userid(Question question) {
		String userid = question.text("userid");
		if (userid == null || userid.isEmpty()) {
			throw Refused.because(Code.USERID_MISSING);
		}
		return userid;
	}

	private Places places(Question question, @Nullable Person former) {
		Places places = Places.asked(question, former, this.habits);
		this.waiting.check(places);
		return places;
	}

	private static void reachable(Map<String, String> texts) {
		if (texts.getOrDefault(UniqueTexts.MOBILE, "").isEmpty()
				&& texts.getOrDefault(UniqueTexts.EMAIL, "").isEmpty()) {
			throw Refused.because(Code.NEITHER_MOBILE_NOR_EMAIL);
		}
	}

	/** Refuses a text that another member has; WeCom tells whose it is. */
	private void free(String field, Code otherwise, Map<String, String> texts, String userid, @Nullable Person former) {
		String text = texts.getOrDefault(field, "");
		String owner = text.isEmpty() ? null : this.company.owner(field, text);
		if (owner != null && (former == null || !owner.equals(userid))) {
			throw Refused.bare(otherwise, otherwise.words() + ":" + owner);
		}
	}

	private List<String> leaders(Question question, List<String> former) {
		List<String> leaders = question.texts("direct_leader", Code.INVALID_PARAMETER);
		if (leaders == null) {
			return former;
		}
		if (leaders.size() > this.habits.directLeaders()) {
			throw Refused.because(Code.TOO_MANY_LEADERS);
		}
		return leaders.stream().map((userid) -> {
			Person leader = this.company.person(userid);
			if (leader == null) {
				throw Refused.because(Code.USERID_NOT_FOUND, "invalid string value `" + userid + "`. ");
			}
			return leader.userid();
		}).toList();
	}

	private static boolean isEnabled(Question question, boolean former) {
		String enable = question.text("enable");
		if (enable == null || enable.isEmpty()) {
			return former;
		}
		if (!enable.matches("[01]")) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		return enable.equals("1");
	}

	/** Who is not told otherwise invites. */
	private static boolean isInvited(Question question) {
		JsonNode invite = question.value("to_invite");
		return !Objects.equals("false", (invite != null) ? invite.asString() : null);
	}

}
