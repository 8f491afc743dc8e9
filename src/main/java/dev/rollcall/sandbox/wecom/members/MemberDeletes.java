package dev.rollcall.sandbox.wecom.members;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import tools.jackson.databind.node.ObjectNode;

/** Deletes members, one or up to 200 at a time, and then all or none. */
public final class MemberDeletes {

	private static final int MOST = 200;

	private final Company company;

	public MemberDeletes(Company company) {
		this.company = company;
	}

	public ObjectNode one(Question question) {
		String userid = question.query("userid");
		if (userid == null || userid.isEmpty()) {
			throw Refused.because(Code.USERID_MISSING);
		}
		Person person = this.company.person(userid);
		if (person == null) {
			throw Refused.because(Code.USERID_NOT_FOUND);
		}
		this.company.remove(deletable(person));
		return Json.object().put("errmsg", "deleted");
	}

	public ObjectNode many(Question question) {
		List<String> userids = question.texts("useridlist", Code.INVALID_USERIDS);
		if (userids == null || userids.isEmpty()) {
			throw Refused.because(Code.INVALID_USERIDS);
		}
		if (userids.size() > MOST) {
			throw Refused.because(Code.TOO_MANY_USERIDS);
		}
		List<Person> persons = new ArrayList<>();
		for (String userid : userids) {
			Person person = this.company.person(userid);
			if (person == null) {
				throw Refused.because(Code.INVALID_USERIDS);
			}
			persons.add(deletable(person));
		}
		persons.forEach(this.company::remove);
		return Json.object().put("errmsg", "deleted");
	}

	private Person deletable(Person person) {
		if (person.userid().equals(this.company.creator())) {
			throw Refused.because(Code.CREATOR);
		}
		return person;
	}

}
