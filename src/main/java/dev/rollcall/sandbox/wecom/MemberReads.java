package dev.rollcall.sandbox.wecom;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.Tokens.Caller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows members. */
final class MemberReads {

	private static final int MOST = 10_000;

	private final Company company;

	private final Supplier<Powers> powers;

	private final Views views;

	MemberReads(Company company, Supplier<Powers> powers) {
		this.company = company;
		this.powers = powers;
		this.views = new Views(company);
	}

	ObjectNode one(Question question, Caller caller) {
		String userid = question.query("userid");
		if (userid == null || userid.isEmpty()) {
			throw Refused.because(Code.USERID_MISSING);
		}
		Person person = this.company.person(userid);
		if (person == null) {
			throw Refused.because(Code.USERID_NOT_FOUND);
		}
		return this.views.member(person, isPersonal(caller));
	}

	ObjectNode list(Question question, Caller caller) {
		boolean personal = isPersonal(caller);
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("userlist");
		persons(question).forEach((person) -> list.add(this.views.member(person, personal)));
		return answer;
	}

	ObjectNode names(Question question) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("userlist");
		persons(question).forEach((person) -> list.add(this.views.name(person)));
		return answer;
	}

	/**
	 * The members right in a department; with {@code fetch_child}, which older callers
	 * send, of those below it, too.
	 */
	private List<Person> persons(Question question) {
		Long id = question.id("department_id");
		if (id == null) {
			throw Refused.missing("department_id");
		}
		if (this.company.unit(id) == null) {
			throw Refused.because(Code.DEPARTMENT_NOT_FOUND);
		}
		TreeSet<String> keys = new TreeSet<>(this.company.members(id));
		if ("1".equals(question.query("fetch_child"))) {
			this.company.subtree(id).forEach((unit) -> keys.addAll(this.company.members(unit.id())));
		}
		if (keys.size() > MOST) {
			throw Refused.because(Code.ANSWER_TOO_LARGE);
		}
		List<Person> persons = new ArrayList<>();
		for (String key : keys) {
			Person person = this.company.person(key);
			if (person != null) {
				persons.add(person);
			}
		}
		return persons;
	}

	private boolean isPersonal(Caller caller) {
		return caller == Caller.CONTACT || this.powers.get().personalFields();
	}

}
