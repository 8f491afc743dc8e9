package dev.rollcall.sandbox.wecom.members;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages of userids, a row for each department of each member. A cursor holds the last row
 * of its page, so it is good for as long as it lasts, whatever changes meanwhile.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/96067">WeCom, list of
 * member ids</a>
 */
public final class MemberIds {

	private static final int MOST = 10_000;

	private final Company company;

	private final boolean byDepartment;

	private final Duration life;

	private final Clock clock;

	private record Row(String key, long department) {

	}

	public MemberIds(Company company, boolean byDepartment, Duration life, Clock clock) {
		this.company = company;
		this.byDepartment = byDepartment;
		this.life = life;
		this.clock = clock;
	}

	public ObjectNode page(Question question) {
		int limit = limit(question);
		Row last = row(question.text("cursor"));
		List<Row> rows = this.byDepartment ? departmentsFirst(last, limit + 1) : membersFirst(last, limit + 1);
		boolean more = rows.size() > limit;
		ObjectNode answer = Json.object().put("next_cursor", more ? cursor(rows.get(limit - 1)) : "");
		ArrayNode list = answer.putArray("dept_user");
		for (Row row : rows.subList(0, more ? limit : rows.size())) {
			Person person = this.company.person(row.key());
			if (person != null) {
				list.add(Json.object().put("userid", person.userid()).put("department", row.department()));
			}
		}
		return answer;
	}

	private static int limit(Question question) {
		JsonNode value = question.value("limit");
		Long limit = (value != null) ? question.number(value) : Long.valueOf(MOST);
		if (limit == null || limit < 1 || limit > MOST) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		return limit.intValue();
	}

	private List<Row> membersFirst(@Nullable Row last, int limit) {
		List<Row> rows = new ArrayList<>();
		Map<String, Person> persons = this.company.persons();
		if (last != null) {
			persons = this.company.persons().tailMap(last.key(), true);
		}
		for (Person person : persons.values()) {
			long from = (last != null && last.key().equals(person.key())) ? last.department() : 0;
			person.posts()
				.stream()
				.map(Person.Post::department)
				.filter((department) -> department > from)
				.sorted()
				.forEach((department) -> rows.add(new Row(person.key(), department)));
			if (rows.size() >= limit) {
				return rows.subList(0, limit);
			}
		}
		return rows;
	}

	private List<Row> departmentsFirst(@Nullable Row last, int limit) {
		List<Row> rows = new ArrayList<>();
		Map<Long, NavigableSet<String>> departments = this.company.members();
		if (last != null) {
			departments = this.company.members().tailMap(last.department(), true);
		}
		for (Map.Entry<Long, NavigableSet<String>> department : departments.entrySet()) {
			boolean begun = last != null && department.getKey() == last.department();
			for (String key : (begun && last != null) ? department.getValue().tailSet(last.key(), false)
					: department.getValue()) {
				rows.add(new Row(key, department.getKey()));
				if (rows.size() == limit) {
					return rows;
				}
			}
		}
		return rows;
	}

	private String cursor(Row row) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					(this.clock.millis() + " " + row.department() + " " + row.key()).getBytes(StandardCharsets.UTF_8));
	}

	private @Nullable Row row(@Nullable String cursor) {
		if (cursor == null || cursor.isEmpty()) {
			return null;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
			if (this.clock.millis() - Long.parseLong(parts[0]) >= this.life.toMillis()) {
				throw Refused.because(Code.INVALID_PARAMETER);
			}
			return new Row(parts[2], Long.parseLong(parts[1]));
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
	}

}
