package dev.rollcall.connector.wecom.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportFileTests {

	private static final String HEADER = "姓名,帐号,手机号,邮箱,所在部门,职位,性别,是否部门内领导,排序,别名,地址,座机,禁用,禁用项说明：(0-启用;1-禁用)";

	private static final Placements TWO = new Placements(
			List.of(new Placement("=3", 7L, false), new Placement("=2", 8L, true)), "=2");

	@Test
	void isWrittenInUtf8WithoutAMarkAndWithPlainLineEnds() {
		byte[] bytes = ImportFile.ofUpdates(List.of(sending(MemberChanges.update("a", "name", "张𠮷")))).toBytes();
		assertThat(bytes).isEqualTo("姓名,帐号\n张𠮷,a\n".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void someoneNewHasAllColumnsAsWeComOrdersThem() {
		assertThat(
				text(ImportFile.ofCreations(List.of(sending(MemberChanges.create("a",
						MemberChanges.map("name", "甲", "mobile", "+86 138", "gender", "female", "telephone", "020-1",
								"enabled", "false"),
						MemberChanges.TOP))))))
			.isEqualTo(HEADER + "\n甲,a,+86 138,,1,,女,0,0,,,020-1,1\n");
	}

	@Test
	void theMainDepartmentComesFirstWithItsOrderAndLead() {
		Change creation = MemberChanges.create("a", MemberChanges.map("name", "甲", "mobile", "1"), TWO);
		assertThat(text(ImportFile.ofCreations(List.of(sending(creation))))).contains(",2;3,,,1;0,8;7,");
	}

	@Test
	void customFieldsStandBehindTheNoteWhichHasNoValues() {
		ImportFile file = ImportFile.ofCreations(
				List.of(sending(MemberChanges.create("a", "工号", "7")), sending(MemberChanges.create("b", "车牌", "京A"))));
		assertThat(text(file).lines()).containsExactly(HEADER + ",工号,车牌", "张三,a,,a@example.com,1,,,0,0,,,,0,,7,",
				"张三,b,,b@example.com,1,,,0,0,,,,0,,,京A");
	}

	/** WeCom would take a sign put before them for a part of the value. */
	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+86", "-1", "@x", "\tx", "＝1" })
	void leavesValuesThatLookLikeFormulasAsTheyAre(String value) {
		assertThat(text(update("position", value))).isEqualTo("帐号,职位\na," + value + "\n");
	}

	@Test
	void quotesWhatWouldBreakTheRow() {
		assertThat(text(update("position", "经理, \"代\"\n第二行"))).isEqualTo("帐号,职位\na,\"经理, \"\"代\"\"\n第二行\"\n");
	}

	@Test
	void whoeverIsThereHasNoColumnOfWhichNothingIsKnown() {
		assertThat(text(update("alias", "甲"))).isEqualTo("帐号,别名\na,甲\n");
		assertThat(update("alias", "甲").tellsNames()).isFalse();
		assertThat(ImportFile.known(sending(MemberChanges.update("a", "alias", "甲", "工号", "7")))).containsExactly("帐号",
				"别名", "工号");
	}

	@Test
	void givesAPartOfItself() {
		ImportFile file = ImportFile
			.ofUpdates(Stream.of("a", "b", "c").map((id) -> sending(MemberChanges.update(id, "alias", "甲"))).toList());
		assertThat(text(file.part(1, 3))).isEqualTo("帐号,别名\nb,甲\nc,甲\n");
	}

	@Test
	void cannotEmptyAFieldOfSomebodyWhoIsThere() {
		assertThat(ImportFile.canSay(sending(MemberChanges.update("a", "alias", "甲", "工号", "7")))).isTrue();
		assertThat(ImportFile.canSay(sending(MemberChanges.update("a", "alias", "")))).isFalse();
		assertThat(ImportFile.canSay(sending(MemberChanges.update("a", "工号", "")))).isFalse();
	}

	@Test
	void cannotSayAnotherUseridOrACompanyMail() {
		Change renamed = new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "a", "a", member("a", null), member("b", null),
				Message.of("test"));
		assertThat(ImportFile.canSay(sending(renamed))).isFalse();
		assertThat(ImportFile.canSay(sending(MemberChanges.create("a", "biz_mail", "a@corp.example.com")))).isFalse();
	}

	@Test
	void cannotMoveAnybodyWhoseMainDepartmentIsNotKnown() {
		Placements unknown = new Placements(TWO.list(), null);
		assertThat(ImportFile.canSay(sending(MemberChanges.update("a", Map.of(), Map.of(), TWO)))).isTrue();
		assertThat(ImportFile.canSay(sending(MemberChanges.update("a", Map.of(), Map.of(), unknown)))).isFalse();
		assertThat(ImportFile.canSay(sending(MemberChanges.create("a", MemberChanges.map("name", "甲"), unknown))))
			.isTrue();
	}

	/** Nobody is disabled by a file that may be imported twice. */
	@Test
	void disablesNobody() {
		Change disable = new Change(
				ChangeKind.DISABLE, EntryKind.MEMBER, "a", "a", member("a", null), new Member("a", null, null,
						Fields.of(Schema.of(FieldNames.ENABLED), Map.of("enabled", "false")), null, null),
				Message.of("test"));
		assertThat(ImportFile.canSay(sending(disable))).isFalse();
	}

	@Test
	void hasTheColumnsOfWeComsOwnFile() {
		assertThat(Arrays.stream(ImportColumn.values()).map(ImportColumn::header))
			.containsExactly(HEADER.substring(0, HEADER.lastIndexOf(',')).split(","));
	}

	private static ImportFile update(String field, String value) {
		return ImportFile.ofUpdates(List.of(sending(MemberChanges.update("a", field, value))));
	}

	private static Member member(String userid, @Nullable Placements placements) {
		return new Member("a", userid, null, Fields.unknown(Schema.of("name")), placements, null);
	}

	private static Sending sending(Change change) {
		return new Sending(0, change, MemberBody.of(Objects.requireNonNull(change), new MemberChanges.Refs()));
	}

	private static String text(ImportFile file) {
		return new String(file.toBytes(), StandardCharsets.UTF_8);
	}

}
