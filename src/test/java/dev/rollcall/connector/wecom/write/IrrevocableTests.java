package dev.rollcall.connector.wecom.write;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Lost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IrrevocableTests {

	private static final Fields NONE = Fields.unknown(Schema.of("name"));

	@Test
	void whoeverIsCreatedAgainIsNotWhoTheyWere() {
		assertThat(Irrevocable.lost(MemberChanges.create("a"))).isEqualTo(
				Lost.only("wecom.lost.activation", "wecom.lost.avatar", "wecom.lost.leader", "wecom.lost.mailbox"));
	}

	@Test
	void whoeverWasCreatedCanBeDeletedAndWhatWasUpdatedUpdated() {
		assertThat(Irrevocable.lost(MemberChanges.delete("a"))).isEqualTo(Lost.NOTHING);
		assertThat(Irrevocable.lost(MemberChanges.update("a", Map.of("name", "乙"), Map.of("name", "甲"), null)))
			.isEqualTo(Lost.NOTHING);
	}

	@Test
	void aUseridIsChangedOnce() {
		assertThat(Irrevocable.lost(renamed("b", "a"))).isEqualTo(Lost.only("wecom.lost.userid"));
		assertThat(Irrevocable.lost(renamed("A", "A"))).isEqualTo(Lost.NOTHING);
		assertThat(Irrevocable.lost(renamed("a", "A"))).isEqualTo(Lost.only("wecom.lost.userid"));
	}

	@Test
	void aDepartmentGetsItsNumberBackIfItMayBeAskedFor() {
		assertThat(Irrevocable.lost(MemberChanges.createDepartment("d", "=1", "12", "研发部"))).isEqualTo(Lost.NOTHING);
		assertThat(Irrevocable.lost(MemberChanges.createDepartment("d", "=1", null, "研发部")))
			.isEqualTo(Lost.only("wecom.lost.number"));
		assertThat(Irrevocable.lost(MemberChanges.createDepartment("d", "=1", "x12", "研发部")))
			.isEqualTo(Lost.only("wecom.lost.number"));
	}

	@Test
	void theCompanyItselfIsNeverDeleted() {
		assertThat(Irrevocable.lost(deleted("1"))).isEqualTo(new Lost(List.of("wecom.lost.top"), true));
		assertThat(Irrevocable.lost(deleted("12"))).isEqualTo(Lost.NOTHING);
	}

	private static Change renamed(String from, String to) {
		String ref = from.toLowerCase(Locale.ROOT);
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, ref, ref, new Member(ref, from, null, NONE, null, null),
				new Member(ref, to, null, NONE, null, null), Message.of("test"));
	}

	private static Change deleted(String ref) {
		return new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, ref, ref,
				new Department(ref, null, null, NONE, null), null, Message.of("test"));
	}

}
