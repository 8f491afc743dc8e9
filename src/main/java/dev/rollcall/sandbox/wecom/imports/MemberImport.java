package dev.rollcall.sandbox.wecom.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.members.MemberWrites;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an import of members does, row by row, by the rules of the single calls. */
final class MemberImport {

	static final List<String> REQUIRED = List.of("姓名", "帐号");

	private final Company company;

	private final MemberWrites writes;

	MemberImport(Company company, Habits habits) {
		this.company = company;
		this.writes = new MemberWrites(company, habits);
	}

	/** Creates or changes the member of each row. */
	List<Supplier<@Nullable ObjectNode>> steps(Question question, List<Map<String, String>> rows) {
		JsonNode invite = question.value("to_invite");
		Set<String> seen = new HashSet<>();
		List<Supplier<@Nullable ObjectNode>> steps = new ArrayList<>();
		for (Map<String, String> row : rows) {
			String userid = row.getOrDefault("帐号", "");
			boolean twice = !seen.add(Person.key(userid));
			ObjectNode asked = MemberRow.question(row);
			if (invite != null) {
				asked.set("to_invite", invite);
			}
			steps.add(() -> result(userid, () -> write(question.with(asked), userid, twice)));
		}
		return steps;
	}

	/** Deletes whoever is in none of the rows. */
	List<Supplier<@Nullable ObjectNode>> deletions(List<Map<String, String>> rows) {
		Set<String> wanted = new HashSet<>();
		rows.forEach((row) -> wanted.add(Person.key(row.getOrDefault("帐号", ""))));
		List<Supplier<@Nullable ObjectNode>> steps = new ArrayList<>();
		for (Person person : this.company.persons().values()) {
			if (!wanted.contains(person.key())) {
				steps.add(() -> result(person.userid(), () -> delete(person.userid())));
			}
		}
		return steps;
	}

	/** WeCom's own guard against a file that is not whole. */
	@Nullable Refused tooMany(int deletions) {
		double share = (double) deletions / Math.max(1, this.company.persons().size());
		return ((deletions > 50 && share > 0.2) || (deletions < 50 && share > 0.8))
				? Refused.because(Code.TOO_MANY_DELETIONS) : null;
	}

	private void write(Question question, String userid, boolean twice) {
		if (twice) {
			throw Refused.because(Code.USERID_TWICE);
		}
		if (this.company.person(userid) != null) {
			this.writes.update(question);
		}
		else {
			this.writes.create(question);
		}
	}

	private void delete(String userid) {
		Person person = this.company.person(userid);
		if (person != null && person.userid().equals(this.company.creator())) {
			throw Refused.because(Code.CREATOR);
		}
		if (person != null) {
			this.company.remove(person);
		}
	}

	private static ObjectNode result(String userid, Runnable work) {
		Code code = Code.OK;
		String words = code.words();
		try {
			work.run();
		}
		catch (Refused ex) {
			code = ex.code();
			words = ex.words();
		}
		return Json.object().put("userid", userid).put("errcode", code.number()).put("errmsg", words);
	}

}
