package dev.rollcall.connector.authing.write;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserRulesTests {

	private static final PoolFields FIELDS = new PoolFields(
			List.of(new CustomField("USER", "age", "NUMBER", "年龄", null, null, null, null, null)));

	@Test
	void takesWhatAuthingTakes() {
		assertThat(objection(MemberChanges.create("a", Map.of("name", "张三", "mobile", "+852 1234 5678", "gender", "",
				"email", "a@example.com", "enabled", "false", "age", "42"), MemberChanges.TOP)))
			.isNull();
		assertThat(objection(MemberChanges.create("a", Map.of("name", ""), null))).isNull();
	}

	@Test
	void tellsWhichFieldIsWrongAndNotWhatIsInIt() {
		assertThat(update("email", "nobody")).isEqualTo(Message.of("authing.rule.content", "email", "name@domain"));
		assertThat(update("mobile", "手机")).isEqualTo(Message.of("authing.rule.content", "mobile", "0-9 + -"));
		assertThat(update("gender", "M")).isEqualTo(Message.of("authing.rule.content", "gender", "male, female"));
		assertThat(update("enabled", "yes")).isEqualTo(Message.of("authing.rule.content", "enabled", "true, false"));
		assertThat(update("age", "old")).isEqualTo(Message.of("authing.rule.content", "age", "NUMBER"));
		assertThat(update("email", "")).isNull();
	}

	@Test
	void whoeverIsCreatedMustBeTellable() {
		Change nobody = MemberChanges.create("", Map.of("name", "张三"), null);
		assertThat(objection(nobody)).isEqualTo(Message.of("authing.rule.identifier"));
	}

	@Test
	void departmentsAreNotTooManyNorTwiceAndTheMainOneIsAmongThem() {
		List<Placement> many = IntStream.range(0, 51).mapToObj((i) -> Placement.in("=" + i)).toList();
		assertThat(in(new Placements(many, null))).isEqualTo(Message.of("authing.rule.departments", 51, 50));
		assertThat(in(MemberChanges.in("=1", "=1"))).isEqualTo(Message.of("authing.rule.department-twice"));
		assertThat(in(new Placements(List.of(Placement.in("=1")), "=2")))
			.isEqualTo(Message.of("authing.rule.main-department"));
		assertThat(in(new Placements(List.of(), null))).isNull();
	}

	private static @Nullable Message update(String field, String value) {
		return objection(MemberChanges.update("1", field, value));
	}

	private static @Nullable Message in(Placements placements) {
		return objection(MemberChanges.update("1", Map.of(), Map.of(), placements));
	}

	private static @Nullable Message objection(Change change) {
		return MemberRules.objection(change, (Member) change.after(), FIELDS);
	}

}
