package dev.rollcall.connector.wecom.write;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Members, departments and lookups one by one. */
class WritingIntegrationTests extends WritesToTheLookalike {

	@Test
	void aCreationWhoseAnswerIsLostIsLookedUpAndNotSentAgain() {
		this.weCom.faults().next("user/create", Fault.ANSWER_LOST, 3);
		assertThat(states(creations(20))).containsOnly(Outcome.State.DONE);
		assertThat(members()).hasSize(20);
		assertThat(calls("user/create")).isEqualTo(20);
	}

	@Test
	void aCreationThatWasDroppedOnTheWayIsSentAgain() {
		this.weCom.faults().next("user/create", Fault.DROPPED, 3);
		assertThat(states(creations(20))).containsOnly(Outcome.State.DONE);
		assertThat(members()).hasSize(20);
	}

	@Test
	void nobodyIsInvited() {
		apply(MemberChanges.create("a"));
		assertThat(this.weCom.state().get("invited")).isEmpty();
	}

	@Test
	void whatWeComRefusesDoesNotKeepTheOthersFromBeingCreated() {
		apply(MemberChanges.create("a", "mobile", "13800000001"));
		List<Outcome> outcomes = apply(MemberChanges.create("b", "mobile", "13800000001"), MemberChanges.create("c"),
				MemberChanges.create("d", "name", ""));
		assertThat(outcomes).extracting(Outcome::state)
			.containsExactly(Outcome.State.FAILED, Outcome.State.DONE, Outcome.State.WITHHELD);
	}

	@Test
	void aMobileGoesOverFromOneToTheOther() {
		apply(MemberChanges.create("a", "mobile", "13800000001"));
		assertThat(states(List.of(
				MemberChanges.update("a", Map.of("mobile", "13800000001"), Map.of("mobile", "13800000002"), null),
				MemberChanges.create("b", "mobile", "13800000001"))))
			.containsOnly(Outcome.State.DONE);
	}

	@Test
	void deletesTwoHundredWithOneCallAndFindsTheOneThatIsGone() {
		apply(creations(250).toArray(Change[]::new));
		this.writing.apply(List.of(MemberChanges.delete("u77")), this.refs);
		List<Change> deletions = IntStream.range(0, 250).mapToObj((i) -> MemberChanges.delete("u" + i)).toList();
		assertThat(states(deletions)).containsOnly(Outcome.State.DONE);
		assertThat(members()).isEmpty();
	}

	@Test
	void deletionsWhoseAnswerIsLostAreLookedUp() {
		apply(creations(20).toArray(Change[]::new));
		this.weCom.faults().next("user/batchdelete", Fault.ANSWER_LOST, 1);
		List<Change> deletions = IntStream.range(0, 20).mapToObj((i) -> MemberChanges.delete("u" + i)).toList();
		assertThat(states(deletions)).containsOnly(Outcome.State.DONE);
		assertThat(members()).isEmpty();
	}

	@Test
	void aDepartmentWhoseAnswerIsLostIsFoundThoughItsNameIsHidden() {
		this.weCom.faults().next("department/create", Fault.ANSWER_LOST, 1);
		assertThat(states(List.of(MemberChanges.createDepartment("r", "=1", null, "研发部"),
				MemberChanges.createDepartment("b", "+r", null, "后端组"))))
			.containsOnly(Outcome.State.DONE);
		assertThat(this.weCom.state().get("departments")).hasSize(3);
		assertThat(this.refs.created.keySet()).containsExactlyInAnyOrder("+r", "+b");
	}

	@Test
	void whatAnEarlierProcessHasCreatedIsRecognisedWhenItIsRefused() {
		apply(MemberChanges.createDepartment("s", "=1", null, "销售部"),
				MemberChanges.createDepartment("r", "=1", null, "研发部"));
		String created = this.refs.created.remove("+r");
		this.refs.before.addAll(List.of("1", this.refs.created.get("+s")));
		Change again = MemberChanges.createDepartment("r", "=1", null, "研发部");
		assertThat(states(List.of(again))).as("nobody had sent it").containsExactly(Outcome.State.FAILED);
		this.refs.inDoubt.add("+r");
		assertThat(states(List.of(again))).containsExactly(Outcome.State.DONE);
		assertThat(this.refs.created).containsEntry("+r", created);
		assertThat(this.weCom.state().get("departments")).hasSize(3);
		this.refs.before.clear();
		assertThat(states(List.of(again))).as("it may be either").containsExactly(Outcome.State.FAILED);
	}

	@Test
	void aDepartmentGetsTheIdOfTheSourceIfThatIsFree() {
		apply(MemberChanges.createDepartment("r", "=1", "77", "研发部"),
				MemberChanges.createDepartment("s", "=1", "77", "销售部"),
				MemberChanges.createDepartment("t", "=1", "not a number", "测试部"));
		assertThat(this.refs.created).containsEntry("+r", "77").hasSize(3);
		assertThat(Set.copyOf(this.refs.created.values())).hasSize(3);
	}

	@Test
	void aSecondTopIsNotMistakenForTheFirst() {
		List<Outcome> outcomes = apply(top("集团"), top("另一集团"), top("集团"));
		assertThat(outcomes).extracting(Outcome::state)
			.containsExactly(Outcome.State.DONE, Outcome.State.FAILED, Outcome.State.DONE);
		assertThat(this.weCom.state().get("departments")).hasSize(1);
	}

	@Test
	void nobodyIsPutIntoADepartmentThatWeComWouldMakeUp() {
		Change lost = MemberChanges.create("a", MemberChanges.map("name", "甲", "mobile", "13800000001"),
				MemberChanges.in("=99"));
		assertThat(states(List.of(lost))).containsExactly(Outcome.State.WITHHELD);
		assertThat(members()).isEmpty();
		assertThat(this.weCom.state().get("departments")).hasSize(1);
	}

	@Test
	void ordersThatAreNotKnownAreLeftAsTheyAre() {
		apply(MemberChanges.createDepartment("r", "=1", "2", "研发部"));
		Placements ordered = new Placements(List.of(new Placement("=1", 5L, true)), "=1");
		apply(MemberChanges.create("a", MemberChanges.map("name", "甲", "mobile", "13800000001"), ordered));
		Change moved = MemberChanges.update("a", Map.of(), Map.of(), MemberChanges.in("=1", "=2"));
		assertThat(states(List.of(moved))).containsOnly(Outcome.State.DONE);
		JsonNode member = members().get(0);
		assertThat(member.path("department").toString()).isEqualTo("[1,2]");
		assertThat(member.path("order").toString()).isEqualTo("[5,0]");
		assertThat(member.path("is_leader_in_dept").toString()).isEqualTo("[1,0]");
		assertThat(member.path("main_department").asInt()).isEqualTo(1);
	}

	@Test
	void findsWhoIsThereWithTheListOfIds() {
		apply(MemberChanges.create("ZhangSan"));
		List<@Nullable Entry> found = this.writing.find(
				List.of(MemberChanges.create("zhangsan"), MemberChanges.delete("nobody"), top("集团")), this.refs,
				Schema.of("name"), Schema.of("name"), Set.of());
		Member member = (Member) found.get(0);
		assertThat(member.userid()).isEqualTo("ZhangSan");
		assertThat(member.name()).isNull();
		assertThat(member.placements().departments()).containsExactly("=1");
		assertThat(found.get(1)).isNull();
		assertThat(((Department) found.get(2)).ref()).isEqualTo("1");
	}

	private static Change top(String name) {
		return MemberChanges.createDepartment(name, null, null, name);
	}

}
