package dev.rollcall.sandbox.wecom.members;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.company.Sight;
import dev.rollcall.sandbox.wecom.company.Views;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows members. */
public final class MemberReads {

	private static final int MOST = 10_000;

	private final Company company;

	private final Views views;

	public MemberReads(Company company) {
		this.company = company;
		this.views = new Views(company);
	}

	public ObjectNode one(Question question, Sight sight) {
		String userid = question.query("userid");
		if (userid == null || userid.isEmpty()) {
			throw Refused.because(Code.USERID_MISSING);
		}
		Person person = this.company.person(userid);
		if (person == null) {
			throw Refused.because(Code.USERID_NOT_FOUND);
		}
		sight.check(person);
		return this.views.member(person, sight);
	}

	public ObjectNode list(Question question, Sight sight) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("userlist");
		persons(question, sight).forEach((person) -> list.add(this.views.member(person, sight)));
		return answer;
	}

	public ObjectNode names(Question question, Sight sight) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("userlist");
		persons(question, sight).forEach((person) -> list.add(this.views.name(person, sight)));
		return answer;
	}

	/**
	 * The members right in a department; with {@code fetch_child}, which older callers
	 * send, of those below it, too.
	 */
	private List<Person> persons(Question question, Sight sight) {
		Long id = question.id("department_id");
		if (id == null) {
			throw Refused.missing("department_id");
		}
		if (this.company.unit(id) == null) {
			throw Refused.because(Code.DEPARTMENT_NOT_FOUND);
		}
		sight.check(id);
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

}
