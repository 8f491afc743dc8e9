package dev.rollcall.connector.wecom.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MemberRulesTests {

	@Test
	void takesAllThatWeComTakes() {
		assertThat(objection(MemberChanges.create("zhangsan", "mobile", "+86 13800000000", "gender", "male",
				"telephone", "020-123456,1", "position", "𠮷".repeat(128), "alias", "", "biz_mail", "", "工号", "1")))
			.isNull();
	}

	@ParameterizedTest
	@CsvSource({ "name,65,64", "alias,65,64", "position,129,128", "address,129,128", "工号,65,64" })
	void countsCharactersHoweverManyBytesTheyTake(String field, int length, int most) {
		assertThat(objection(MemberChanges.update("a", field, "𠮷".repeat(most)))).isNull();
		assertThat(objection(MemberChanges.update("a", field, "𠮷".repeat(length))))
			.isEqualTo(Message.of("wecom.rule.characters", field, length, 1, most));
	}

	@Test
	void countsBytesOfMailAndTelephone() {
		assertThat(objection(MemberChanges.update("a", "email", "甲".repeat(20) + "@a.cn")))
			.isEqualTo(Message.of("wecom.rule.bytes", "email", 65, 6, 64));
		assertThat(objection(MemberChanges.update("a", "email", "a@b.c")))
			.isEqualTo(Message.of("wecom.rule.bytes", "email", 5, 6, 64));
		assertThat(objection(MemberChanges.update("a", "telephone", "1".repeat(33))))
			.isEqualTo(Message.of("wecom.rule.bytes", "telephone", 33, 1, 32));
		String longest = "a".repeat(58) + "@ab.cn";
		assertThat(objection(MemberChanges.create("a", "biz_mail", longest))).isNull();
		assertThat(objection(MemberChanges.update("a", "biz_mail", longest)))
			.isEqualTo(Message.of("wecom.rule.bytes", "biz_mail", 64, 6, 63));
	}

	@ParameterizedTest
	@CsvSource({ "mobile,1380000000a", "mobile,(86)138", "telephone,020 123", "email,no-at-sign", "gender,男" })
	void saysWhichFieldAndNotWhatIsInIt(String field, String value) {
		Message objection = objection(MemberChanges.update("a", field, value));
		assertThat(objection).isNotNull();
		assertThat(objection.arguments()).contains(field).doesNotContain(value);
	}

	/** It would use up the only new userid that WeCom takes. */
	@Test
	void doesNotParkAnybody() {
		Change update = MemberChanges.update("a", "name", "甲");
		Member after = (Member) Objects.requireNonNull(update.after());
		Change parking = new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "a", "a", update.before(),
				new Member("a", "rollcall-parked-0", null, after.fields(), null, null), update.reason());
		assertThat(objection(parking)).isEqualTo(Message.of("wecom.rule.exchange"));
	}

	@Test
	void needsMobileOrMail() {
		assertThat(objection(MemberChanges.create("a", Map.of("name", "甲"), MemberChanges.TOP)))
			.isEqualTo(Message.of("wecom.rule.contact"));
		assertThat(objection(MemberChanges.update("a", "mobile", "", "email", "")))
			.isEqualTo(Message.of("wecom.rule.contact"));
		assertThat(objection(MemberChanges.update("a", "mobile", ""))).isNull();
	}

	@Test
	void doesNotEmptyWhatCannotBeEmpty() {
		for (String field : List.of(FieldNames.NAME, FieldNames.GENDER, FieldNames.BIZ_MAIL)) {
			assertThat(objection(MemberChanges.update("a", field, "")))
				.isEqualTo(Message.of("wecom.rule.empty", field));
		}
	}

	@Test
	void putsNobodyIntoNoDepartmentOrTooMany() {
		assertThat(objection(MemberChanges.create("a", MemberChanges.map("name", "甲", "mobile", "1"), null)))
			.isEqualTo(Message.of("wecom.rule.departments", 0, 100));
		List<Placement> many = IntStream.range(0, 101).mapToObj((i) -> Placement.in("=" + i)).toList();
		assertThat(objection(placed(new Placements(many, null))))
			.isEqualTo(Message.of("wecom.rule.departments", 101, 100));
		assertThat(objection(placed(new Placements(many.subList(0, 100), null)))).isNull();
	}

	@Test
	void takesOrdersOfThirtyTwoBits() {
		assertThat(objection(placed(ordered(4_294_967_295L)))).isNull();
		assertThat(objection(placed(ordered(4_294_967_296L))))
			.isEqualTo(Message.of("wecom.rule.order", 4_294_967_296L, 4_294_967_295L));
		assertThat(objection(placed(ordered(-1L)))).isNotNull();
	}

	private static Placements ordered(long order) {
		return new Placements(List.of(new Placement("=1", order, null)), "=1");
	}

	private static Change placed(Placements placements) {
		return MemberChanges.update("a", Map.of(), Map.of(), placements);
	}

	private static @Nullable Message objection(Change change) {
		return MemberRules.objection(change, (Member) change.after());
	}

}
