package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Fault;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Members that are many, written by files. */
class ImportingIntegrationTests extends WritesToTheLookalike {

	@Test
	void manyAreImportedWithAFewCalls() {
		assertThat(states(creations(IMPORT_FROM))).containsOnly(Outcome.State.DONE);
		assertThat(members()).hasSize(IMPORT_FROM);
		assertThat(calls("user/create")).isZero();
		assertThat(calls("batch/syncuser")).isEqualTo(1);
		assertThat(this.weCom.state().get("invited")).isEmpty();
	}

	@Test
	void anImportOfUpdatesTouchesNothingButWhatIsKnown() {
		apply(creations(IMPORT_FROM).toArray(Change[]::new));
		List<Change> updates = IntStream.range(0, IMPORT_FROM)
			.mapToObj((i) -> (i % 2 == 0) ? MemberChanges.update("u" + i, "name", "李四", "position", "=1+1")
					: MemberChanges.update("u" + i, "name", "李四", "alias", "甲, \"乙\""))
			.toList();
		assertThat(states(updates)).containsOnly(Outcome.State.DONE);
		assertThat(calls("user/update")).isZero();
		assertThat(calls("batch/syncuser")).isEqualTo(3);
		for (JsonNode member : members()) {
			assertThat(member.path("name").asString()).isEqualTo("李四");
			assertThat(member.path("email").asString()).isNotEmpty();
			assertThat(member.path("position").asString() + member.path("alias").asString()).isIn("=1+1", "甲, \"乙\"");
		}
	}

	@Test
	void whatWeComDoesNotTakeAsAFileIsWrittenOneByOne() {
		apply(creations(IMPORT_FROM).toArray(Change[]::new));
		List<Change> updates = IntStream.range(0, IMPORT_FROM)
			.mapToObj((i) -> MemberChanges.update("u" + i, (i % 2 == 0) ? "position" : "alias", "甲"))
			.toList();
		assertThat(states(updates)).containsOnly(Outcome.State.DONE);
		assertThat(this.notices).extracting(Message::code).containsExactly("wecom.import.refused");
		assertThat(calls("user/update")).isEqualTo(IMPORT_FROM);
	}

	@Test
	void anImportWritesToNobodyWhoIsThereAlreadyAndRefusesWhatWeComRefuses() {
		apply(MemberChanges.create("U7", "name", "先来", "email", "first@example.com"),
				MemberChanges.create("x", "mobile", "13800000009"));
		List<Change> changes = new ArrayList<>(creations(IMPORT_FROM));
		changes.set(9, MemberChanges.create("u9", "mobile", "13800000009"));
		List<Outcome> outcomes = this.writing.apply(changes, this.refs);
		assertThat(outcomes.get(7).why()).isEqualTo(Message.of("wecom.member-exists"));
		assertThat(outcomes.get(9).state()).isEqualTo(Outcome.State.FAILED);
		assertThat(outcomes.stream().filter((outcome) -> outcome.state() == Outcome.State.DONE))
			.hasSize(IMPORT_FROM - 2);
		assertThat(members().stream().map((member) -> member.path("name").asString())).contains("先来");
	}

	@Test
	void anImportThatBeganThoughNoAnswerCameIsWaitedForAndDoneAgain() {
		this.weCom.faults().next("batch/syncuser", Fault.ANSWER_LOST, 1);
		assertThat(states(creations(IMPORT_FROM))).containsOnly(Outcome.State.DONE);
		assertThat(this.weCom.calls().count("batch/syncuser", "0")).isEqualTo(1);
		assertThat(calls("batch/syncuser")).isGreaterThan(1);
		assertThat(calls("media/upload")).isEqualTo(1);
		assertThat(calls("user/create") + calls("user/update")).isZero();
		assertEachIsThereOnce();
	}

	@Test
	void anImportThatNeverBeganIsBegunOnceMore() {
		this.weCom.faults().next("batch/syncuser", Fault.DROPPED, 1);
		assertThat(states(creations(IMPORT_FROM))).containsOnly(Outcome.State.DONE);
		assertThat(calls("batch/syncuser")).isEqualTo(2);
		assertEachIsThereOnce();
	}

	@Test
	void aFileWhoseUploadIsLostIsUploadedAgain() {
		this.weCom.faults().next("media/upload", Fault.ANSWER_LOST, 1);
		assertThat(states(creations(IMPORT_FROM))).containsOnly(Outcome.State.DONE);
		assertThat(calls("media/upload")).isEqualTo(2);
		assertThat(calls("batch/syncuser")).isEqualTo(1);
		assertEachIsThereOnce();
	}

	@Test
	void theListOfUseridsIsReadOnceForManyFiles() {
		apply(creations(IMPORT_FROM).toArray(Change[]::new));
		List<Change> updates = IntStream.range(0, IMPORT_FROM)
			.mapToObj((i) -> MemberChanges.update("u" + i, "name", "李四"))
			.toList();
		assertThat(states(updates)).containsOnly(Outcome.State.DONE);
		assertThat(calls("batch/syncuser")).isEqualTo(2);
		assertThat(calls("user/list_id")).isEqualTo(1);
	}

	private void assertEachIsThereOnce() {
		assertThat(members().stream().map((member) -> member.path("userid").asString()))
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, IMPORT_FROM).mapToObj((i) -> "u" + i).toList());
		assertThat(members()).allMatch((member) -> member.path("name").asString().equals("张三")
				&& member.path("department").toString().equals("[1]"));
		assertThat(this.weCom.state().get("invited")).isEmpty();
		assertThat(this.weCom.state().get("departments")).hasSize(1);
	}

}
