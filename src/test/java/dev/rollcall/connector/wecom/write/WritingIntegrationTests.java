package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Writing with the contact secret alone, which shows nothing but ids. */
class WritingIntegrationTests {

	private static final int IMPORT_FROM = 300;

	private final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults().with(Powers.TODAY));

	private final List<Message> notices = new ArrayList<>();

	private final MemberChanges.Refs refs = new MemberChanges.Refs();

	private final WeComClient client = new WeComClient(
			new Access(new Line(this.weCom.baseUrl(), 8, new Timeouts(5000, 30_000), Patience.USUAL, null),
					this.weCom.secrets().corporation(), this.weCom.secrets().contact(), null, Rate.of(9000, 135_000),
					Map.of()),
			this.notices::add);

	private final Writing writing = new Writing(this.client, IMPORT_FROM, this.notices::add, new FakePace() {
		@Override
		public void sleep(long millis) {
			try {
				// The look-alike needs its time, though not all that it is given.
				Pace.REAL.sleep(20);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	});

	@AfterEach
	void end() {
		this.writing.close();
		this.client.close();
		this.weCom.close();
	}

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

	private static List<Change> creations(int count) {
		return IntStream.range(0, count).mapToObj((i) -> MemberChanges.create("u" + i)).toList();
	}

	private List<Outcome> apply(Change... changes) {
		return this.writing.apply(List.of(changes), this.refs);
	}

	private List<Outcome.State> states(List<Change> changes) {
		return this.writing.apply(changes, this.refs).stream().map(Outcome::state).toList();
	}

	private List<JsonNode> members() {
		List<JsonNode> members = new ArrayList<>();
		this.weCom.state().get("members").forEach(members::add);
		return members;
	}

	private long calls(String call) {
		return this.weCom.calls().count(call);
	}

}
