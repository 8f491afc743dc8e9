package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Phase;
import dev.rollcall.staging.PlanProgress.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What an entry says of changes that have ended is short, and can be read again. */
class AppliedTests {

	@Test
	void namesPositionsByHowTheChangesEnded() {
		List<Result> results = new ArrayList<>();
		for (int i = 999; i >= 0; i--) {
			results.add(result(i, (i == 7 || i == 500 || i == 501) ? ChangeState.FAILED
					: (i == 999) ? ChangeState.WITHHELD : ChangeState.DONE));
		}
		Applied applied = Applied.of(results, "5c1f");
		assertThat(applied.content()).isEqualTo("""
				phase=member-delete
				segment=3
				done=0-6,8-499,502-998
				failed=7,500-501
				withheld=999
				digest=5c1f""");
		assertThat(Applied.parse(entry(applied.content()).values())).isEqualTo(applied);
		assertThat(applied.count(ChangeState.DONE)).isEqualTo(996);
		assertThat(applied.count(ChangeState.PENDING)).isZero();
	}

	@Test
	void cannotBeReadOfWhatIsSomethingElse() {
		for (String content : List.of("", "phase=member-delete", "phase=x\nsegment=1", "no lines")) {
			assertThatIllegalArgumentException().as(content).isThrownBy(() -> Applied.parse(entry(content).values()));
		}
	}

	private static AuditEntry entry(String content) {
		return new AuditEntry(1, "", "", "", 1, content, "", "");
	}

	private static Result result(int position, ChangeState state) {
		Member member = new Member("u" + position, null, null, Fields.of(Schema.of("name"), java.util.Map.of()), null,
				null);
		Change change = new Change(ChangeKind.DELETE, EntryKind.MEMBER, "u" + position, "u" + position, member, null,
				Message.of("why"));
		return new Result(new PlannedChange(Phase.MEMBER_DELETE, 3, position, change, ChangeState.PENDING), state,
				null);
	}

}
