package dev.rollcall.connector.tencentcam.write;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.GroupMembers;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Habit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is put into groups, and who is taken out of them. */
class WritingGroupsIntegrationTests {

	private final Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(),
			Rehearsal.grouping("auditors", "developers", "missing"));

	@BeforeEach
	void begin() {
		this.rehearsal.groups("auditors", "developers", "by-hand");
	}

	@AfterEach
	void end() {
		this.rehearsal.close();
	}

	@Test
	void putsWhoIsCreatedIntoTheirGroups() {
		Outcome outcome = this.rehearsal.apply(Rehearsal.create("a", "groups", "auditors,developers"));

		assertThat(outcome).isEqualTo(Outcome.created(this.rehearsal.ref("a")));
		assertThat(this.rehearsal.groupsOf("a")).containsExactly("auditors", "developers");
		assertThat(this.rehearsal.cam.calls().count("AddUserToGroup")).isOne();
	}

	@Test
	void createsNobodyForWhomAGroupIsMissing() {
		List<Outcome> outcomes = this.rehearsal.writing
			.apply(List.of(Rehearsal.create("a", "groups", "developers,missing"), Rehearsal.create("b")));

		assertThat(String.valueOf(outcomes.get(0).why())).isEqualTo("tencentcam.group-missing[missing]");
		assertThat(this.rehearsal.names()).containsExactly("b");
	}

	@Test
	void findsAGroupThatHasBeenPreparedMeanwhile() {
		assertThat(this.rehearsal.apply(Rehearsal.create("a", "groups", "missing")).state())
			.isEqualTo(Outcome.State.FAILED);
		this.rehearsal.groups("missing");

		assertThat(this.rehearsal.apply(Rehearsal.create("a", "groups", "missing")).state())
			.isEqualTo(Outcome.State.DONE);
	}

	@Test
	void changesGroupsAndLeavesThoseMadeByHandAlone() {
		String ref = this.rehearsal.byHand("a", "甲");
		join("a", "auditors", "by-hand");

		assertThat(this.rehearsal.apply(regroup(ref, "auditors", "developers"))).isEqualTo(Outcome.done());

		assertThat(this.rehearsal.groupsOf("a")).containsExactly("by-hand", "developers");
		assertThat(this.rehearsal.find(regroup(ref, "", ""))).isNotNull()
			.satisfies((member) -> assertThat(member.fields().value("groups")).isEqualTo("developers"));
		assertThat(this.rehearsal.cam.calls().count("UpdateUser")).isZero();
	}

	@Test
	void touchesNoGroupThatTheJobDoesNotManage() {
		String ref = this.rehearsal.byHand("a", "甲");
		join("a", "by-hand");

		assertThat(String.valueOf(this.rehearsal.apply(regroup(ref, "by-hand", "developers")).why()))
			.isEqualTo("tencentcam.group-not-managed[by-hand]");
		assertThat(String.valueOf(this.rehearsal.apply(Rehearsal.create("b", "groups", "by-hand")).why()))
			.isEqualTo("tencentcam.group-not-managed[by-hand]");
		assertThat(this.rehearsal.groupsOf("a")).containsExactly("by-hand");
		assertThat(this.rehearsal.names()).containsExactly("a");
	}

	@Test
	void takesNobodyOutWhoCannotBePutIn() {
		String ref = this.rehearsal.byHand("a", "甲");
		this.rehearsal.byHand("b", "乙");
		join("a", "auditors");
		join("b", "developers");
		this.rehearsal.limit("groupUsers", 1);

		Outcome outcome = this.rehearsal.apply(regroup(ref, "auditors", "developers"));

		assertThat(String.valueOf(outcome.why())).startsWith("tencentcam.group-full[developers, 1, ")
			.contains("InvalidParameter.GroupUserFull");
		assertThat(this.rehearsal.groupsOf("a")).containsExactly("auditors");
	}

	@Test
	void saysWhichGroupIsFullAndUsesTheOthers() {
		this.rehearsal.byHand("b", "乙");
		join("b", "auditors");
		this.rehearsal.limit("groupUsers", 1);

		Outcome outcome = this.rehearsal.apply(Rehearsal.create("a", "groups", "auditors,developers"));

		assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
		assertThat(String.valueOf(outcome.why())).startsWith("tencentcam.group-full[auditors, 1, ");
		assertThat(this.rehearsal.groupsOf("a")).containsExactly("developers");
	}

	@Test
	void saysInHowManyGroupsSomebodyIsWhoMayBeInNoMore() {
		String ref = this.rehearsal.byHand("a", "甲");
		join("a", "by-hand");
		this.rehearsal.limit("userGroups", 1);

		assertThat(String.valueOf(this.rehearsal.apply(regroup(ref, "", "developers")).why()))
			.startsWith("tencentcam.user-groups-full[developers, 1, ");
	}

	@Test
	void aGroupThatIsGoneHasNobodyInIt() {
		String ref = this.rehearsal.byHand("a", "甲");

		assertThat(this.rehearsal.apply(regroup(ref, "missing", ""))).isEqualTo(Outcome.done());
	}

	@Test
	void findsGroupsBehindTheFirstPage() {
		for (int i = 100; i < 145; i++) {
			this.rehearsal.groups("g" + i);
		}
		this.rehearsal.groups("missing");

		assertThat(this.rehearsal.apply(Rehearsal.create("a", "groups", "missing")).state())
			.isEqualTo(Outcome.State.DONE);
		assertThat(this.rehearsal.groupsOf("a")).containsExactly("missing");
	}

	@Test
	void saysInCamsWordsThatMembersOfWeComCannotBeInGroups() {
		this.rehearsal.behave(Habit.WECOM_USERS_UNGROUPED);
		this.rehearsal.cam.importFromWeCom(List.of("LiSi"));

		Outcome outcome = this.rehearsal.apply(regroup(this.rehearsal.ref("LiSi"), "", "developers"));

		assertThat(String.valueOf(outcome.why())).startsWith("tencentcam.not-grouped[developers, FailedOperation, ");
	}

	private void join(String user, String... groups) {
		Map<String, Long> ids = new Lookup(this.rehearsal.client).groups();
		long uid = this.rehearsal.client.user(user).uid();
		for (String group : groups) {
			this.rehearsal.client
				.addToGroups(new GroupMembers(List.of(new GroupMembers.GroupMember(ids.get(group), uid))));
		}
		this.rehearsal.cam.calls().clear();
	}

	private static Change regroup(String ref, String before, String after) {
		return Rehearsal.update(ref, Map.of("groups", before), Map.of("groups", after));
	}

}
