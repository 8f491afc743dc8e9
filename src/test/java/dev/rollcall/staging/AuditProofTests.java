package dev.rollcall.staging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done to the database past Rollcall, the proof tells it. */
class AuditProofTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final AuditLog log = new AuditLog(this.jdbc, Clock.systemUTC(), "li");

	private final RunStore runs = new RunStore(this.jdbc);

	private final PlanStore plans = new PlanStore(this.jdbc);

	private final PlanProgress progress = new PlanProgress(this.jdbc, this.log);

	/** What a proof finds. */
	record Proof(JdbcTemplate jdbc) {

		List<String> faults(String noted) {
			return new AuditProof(this.jdbc, new AuditLog(this.jdbc, Clock.systemUTC(), "")).prove(noted)
				.faults()
				.stream()
				.map((fault) -> fault.code().replace("staging.audit.", "") + " " + String.join(" ", fault.arguments()))
				.toList();
		}

		List<String> chain() {
			return faults(null).stream().filter((fault) -> !fault.startsWith("run-gone")).toList();
		}

	}

	/** Run 1, of which two changes failed and one was withheld; run 2 was given up. */
	@BeforeEach
	void twoRuns() {
		run("upsert", "source.file=a.xlsx\ntarget.password=${SECRET}\n");
		this.log.append(AuditLog.Kind.OVERRIDE, 1, "source.file=a.xlsx\ntarget.password=***");
		plan(1, 1500);
		apply(1, 1500);
		this.runs.ended(1, RunState.PARTIAL, null, Instant.EPOCH);
		run("upsert", "");
		plan(2, 5);
		this.runs.ended(2, RunState.ABANDONED, null, Instant.EPOCH);
		this.log.append(AuditLog.Kind.ABANDONED, 2, "by=command");
	}

	@Test
	void whatNobodyHasTouchedIsProved() {
		AuditProof.Result result = new AuditProof(this.jdbc, this.log).prove(null);
		assertThat(result.faults()).isEmpty();
		assertThat(result.faultsInAll()).isZero();
		assertThat(result.entries()).isEqualTo(4);
		assertThat(result.runs()).isEqualTo(2);
		assertThat(result.changes()).isEqualTo(1505);
		assertThat(result.head()).isEqualTo(this.log.head());
	}

	@ParameterizedTest
	@CsvSource({ "written_at, '2020-01-01T00:00:00Z'", "person, 'somebody'", "kind, 'RETRY'", "run_id, '2'",
			"content, 'phase=member-upsert'" })
	void anEntryThatWasAlteredIsTold(String column, String value) {
		this.jdbc.update("UPDATE audit_entry SET " + column + " = ? WHERE seq = 2", value);
		assertThat(faults()).anyMatch((fault) -> fault.startsWith("altered 2 "));
	}

	@Test
	void anEntryWithAnotherHashIsTold() {
		this.jdbc.update("UPDATE audit_entry SET hash = ? WHERE seq = 2", "0".repeat(64));
		assertThat(faults()).contains("altered 2 1", "not-chained 3 2");
		this.jdbc.update("UPDATE audit_entry SET previous_hash = hash WHERE seq = 3");
		assertThat(faults()).contains("altered 3 1", "not-chained 3 2");
	}

	/** Somebody who knows how hashes are made has to make all behind it anew. */
	@Test
	void anEntryThatWasAlteredWithItsHashIsTold() {
		this.jdbc.update("UPDATE audit_entry SET person = 'somebody' WHERE seq = 2");
		this.jdbc.update("UPDATE audit_entry SET hash = ? WHERE seq = 2", this.log.behind(1, 1).get(0).expectedHash());
		assertThat(faults()).containsExactly("not-chained 3 2");
	}

	@Test
	void anEntryThatWasRenumberedIsTold() {
		this.jdbc.update("UPDATE audit_entry SET seq = 9 WHERE seq = 4");
		assertThat(faults()).contains("missing 4 8 9", "altered 9 2", "end 9 4");
	}

	@Test
	void anEntryThatWasDroppedIsTold() {
		this.jdbc.update("DELETE FROM audit_entry WHERE seq = 2");
		assertThat(faults()).containsExactly("missing 2 2 3", "without-entry 1 member-upsert 0 0-999");
	}

	@Test
	void theFirstEntryBeingDroppedIsTold() {
		this.jdbc.update("DELETE FROM audit_entry WHERE seq = 1");
		assertThat(faults()).containsExactly("missing 1 1 2", "unsaid 1 override");
	}

	@Test
	void twoEntriesThatWereSwappedAreTold() {
		this.jdbc.update("UPDATE audit_entry SET seq = 99 WHERE seq = 2");
		this.jdbc.update("UPDATE audit_entry SET seq = 2 WHERE seq = 3");
		this.jdbc.update("UPDATE audit_entry SET seq = 3 WHERE seq = 99");
		assertThat(faults()).contains("altered 2 1", "altered 3 1", "not-chained 2 1", "not-chained 3 2");
	}

	@Test
	void anEndThatWasDroppedIsToldByTheRunsAndByAHashNotedBefore() {
		String noted = this.log.head().hash();
		this.jdbc.update("DELETE FROM audit_entry WHERE seq > 2");
		assertThat(faults()).containsExactly("end 2 4", "without-entry 1 member-upsert 1 0-496",
				"without-entry 1 member-upsert 1 498-499", "plan-altered 1", "unsaid 2 abandoned");
		this.jdbc.update("UPDATE audit_head SET seq = 2, hash = ?", this.log.latest(1).get(0).hash());
		assertThat(faults()).noneMatch((fault) -> fault.startsWith("end"));
		assertThat(new Proof(this.jdbc).faults(noted.substring(0, 12))).contains("head " + noted.substring(0, 12));
	}

	@Test
	void aHashNotedBeforeStaysInTheLog() {
		String noted = this.log.head().hash();
		this.log.append(AuditLog.Kind.APPROVAL, 2, "");
		assertThat(new Proof(this.jdbc).faults(noted)).isEmpty();
		assertThat(new Proof(this.jdbc).faults(AuditLog.BEGINNING.substring(0, 12))).isEmpty();
	}

	@Test
	void aChangeThatWasAlteredIsTold() {
		alter(2, 0, (byte) 'x');
		assertThat(faults()).containsExactly("changes-altered 2 member-upsert 0", "plan-altered 2");
	}

	@Test
	void aBeforeImageAlteredTogetherWithItsDigestIsTold() {
		byte[] data = alter(1, 0, (byte) 'x');
		this.jdbc.update("UPDATE plan_segment SET digest = ? WHERE run_id = 1 AND seq = 0", PlanStore.digest(data));
		assertThat(faults()).containsExactly("other-changes 1 member-upsert 0 2", "plan-altered 1");
	}

	@Test
	void changesThatCannotBeReadAnyMoreAreTold() {
		this.jdbc.update("UPDATE plan_segment SET data = ? WHERE run_id = 1 AND seq = 0", new byte[] { 100, 1, 2 });
		assertThat(faults()).contains("changes-altered 1 member-upsert 0");
	}

	@Test
	void aChangeMarkedDoneWithoutAnEntryIsTold() {
		states(2, 0, ChangeState.DONE, 3);
		assertThat(faults()).containsExactly("without-entry 2 member-upsert 0 3", "count 2 0 done 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PENDING", "SENT", "FAILED", "WITHHELD", "ELSEWHERE" })
	void aDoneChangeMarkedOtherwiseIsTold(ChangeState state) {
		states(1, 1, state, 10);
		assertThat(faults()).anyMatch((fault) -> fault.matches("without-(end|entry) 1 member-upsert 1 10"))
			.contains("count 1 1497 done 1496");
	}

	@Test
	void figuresThatWereAlteredAreTold() {
		this.jdbc.update("UPDATE plan_count SET done = done - 1, failed = failed + 1 WHERE run_id = 1");
		assertThat(faults()).containsExactly("count 1 1496 done 1497", "count 1 3 failed 2");
	}

	@Test
	void aPlanThatIsGoneIsToldUnlessAnEntrySaysThatItWasPruned() {
		this.plans.delete(1);
		assertThat(faults()).contains("segment-gone 2 1 member-upsert 0", "segment-gone 3 1 member-upsert 1");
		this.jdbc.update("UPDATE run SET pruned_at = CURRENT_TIMESTAMP WHERE id = 1");
		assertThat(faults()).containsExactly("unsaid 1 pruned", "count 1 0 done 1497");
	}

	@Test
	void aPrunedRunIsProvedByItsFigures() {
		new Pruning(this.jdbc, this.log).prune(1, Instant.EPOCH);
		assertThat(faults()).isEmpty();
		this.jdbc.update("UPDATE plan_count SET done = done + 1 WHERE run_id = 1");
		assertThat(faults()).containsExactly("count 1 1498 done 1497");
		this.jdbc.update("UPDATE run SET pruned_at = NULL WHERE id = 1");
		assertThat(faults()).contains("not-pruned 1");
	}

	@Test
	void aRunThatIsGoneIsTold() {
		this.jdbc.update("DELETE FROM run WHERE id = 2");
		assertThat(faults()).containsExactly("run-gone 4 2");
	}

	@Test
	void otherKeysThanAnEntryTellsAreTold() {
		this.jdbc.update("UPDATE run SET overrides = 'source.file=b.xlsx' WHERE id = 1");
		assertThat(faults()).containsExactly("overrides 1 1");
	}

	@ParameterizedTest
	@CsvSource({ "undoes = 1, undo", "retries = 1, retry", "state = 'ABANDONED', abandoned" })
	void aDecisionWithoutAnEntryIsTold(String set, String unsaid) {
		run("delete", "");
		this.jdbc.update("UPDATE run SET " + set + " WHERE id = 3");
		assertThat(faults()).containsExactly("unsaid 3 " + unsaid);
	}

	@Test
	void anApprovalWithoutAnEntryIsTold() {
		this.jdbc.update("""
				INSERT INTO approval (run_id, digest, kind, person, reason, approved_at, expires_at)
				VALUES (2, '', 'LIMITS', 'li', 'why', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)""");
		assertThat(faults()).containsExactly("unsaid 2 approval");
		this.log.append(AuditLog.Kind.APPROVAL, 2, "reason=why");
		assertThat(faults()).isEmpty();
	}

	@Test
	void changesTakenUpAgainMayBeOpenOnceMoreAndEndOtherwise() {
		this.log.append(AuditLog.Kind.RETRY, 1, "changes=2");
		this.jdbc.update("UPDATE run SET retries = 1 WHERE id = 1");
		states(1, 0, ChangeState.PENDING, 7);
		this.jdbc.update("UPDATE plan_count SET failed = failed - 1 WHERE run_id = 1");
		assertThat(faults()).isEmpty();
		this.progress.ended(1, List.of(result(changes(1).get(7), ChangeState.DONE)));
		assertThat(faults()).isEmpty();
		states(1, 0, ChangeState.PENDING, 7);
		assertThat(faults()).contains("without-end 1 member-upsert 0 7");
	}

	/** What they did stands in no entry; what they are can be proved all the same. */
	@Test
	void runsThatAreOlderThanTheLogNeedNoEntries() {
		this.jdbc.update("DELETE FROM audit_entry");
		this.jdbc.update("UPDATE audit_head SET seq = 0, hash = ?", AuditLog.BEGINNING);
		this.log.append(AuditLog.Kind.BEGUN, 2, "runs-before=2");
		assertThat(faults()).isEmpty();
		run("upsert", "a=b");
		assertThat(faults()).containsExactly("unsaid 3 override");
		alter(1, 1, (byte) 'x');
		assertThat(faults()).contains("changes-altered 1 member-upsert 1");
	}

	@Test
	void countsMoreFaultsThanItTells() {
		byte[] none = new byte[PlanSegmentWriter.SIZE];
		for (int i = 0; i < none.length; i += 2) {
			none[i] = ChangeState.DONE.code();
		}
		this.jdbc.update("UPDATE plan_segment SET states = ? WHERE run_id = 1 AND seq = 0", none);
		AuditProof.Result result = new AuditProof(this.jdbc, this.log).prove(null);
		assertThat(result.faults()).hasSize(200);
		assertThat(result.faultsInAll()).isGreaterThan(400);
	}

	private List<String> faults() {
		return new Proof(this.jdbc).faults(null);
	}

	private void run(String job, String overrides) {
		this.runs.begin(job, Run.Goal.APPLY, "", overrides, "process 7", Instant.EPOCH);
	}

	private void plan(long run, int size) {
		PlanWriter writer = this.plans.writer(run, Schema.of("name"), SCHEMA, List.of());
		for (int i = 0; i < size; i++) {
			writer.change(Phase.MEMBER_UPSERT, update("u" + i), null);
		}
		writer.seal(Map.of());
	}

	/** A chunk for each segment; changes 7 and 998 fail, change 1497 is withheld. */
	private void apply(long run, int size) {
		List<PlannedChange> changes = changes(run);
		for (int from = 0; from < size; from += PlanSegmentWriter.SIZE) {
			List<PlanProgress.Result> results = new ArrayList<>();
			for (int i = from; i < Math.min(size, from + PlanSegmentWriter.SIZE); i++) {
				results.add(result(changes.get(i), (i == 7 || i == 998) ? ChangeState.FAILED
						: (i == 1497) ? ChangeState.WITHHELD : ChangeState.DONE));
			}
			this.progress.ended(run, results);
		}
	}

	private List<PlannedChange> changes(long run) {
		List<PlannedChange> changes = new ArrayList<>();
		this.plans.read(this.plans.find(run)).forEachRemaining(changes::add);
		return changes;
	}

	private static PlanProgress.Result result(PlannedChange change, ChangeState state) {
		return new PlanProgress.Result(change, state, null);
	}

	private void states(long run, int segment, ChangeState state, int position) {
		byte[] states = this.jdbc.queryForObject("SELECT states FROM plan_segment WHERE run_id = ? AND seq = ?",
				byte[].class, run, segment);
		states[position] = state.code();
		this.jdbc.update("UPDATE plan_segment SET states = ? WHERE run_id = ? AND seq = ?", states, run, segment);
	}

	/** Puts another letter into the last change of a segment. */
	private byte[] alter(long run, int segment, byte letter) {
		byte[] data = this.jdbc.queryForObject("SELECT data FROM plan_segment WHERE run_id = ? AND seq = ?",
				byte[].class, run, segment);
		assertThat(data[data.length - 1]).isNotEqualTo(letter);
		data[data.length - 1] = letter;
		this.jdbc.update("UPDATE plan_segment SET data = ? WHERE run_id = ? AND seq = ?", data, run, segment);
		return data;
	}

	private static Change update(String userid) {
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, userid, userid, image(userid, "1"),
				image(userid, "22" + userid), Message.of("test"));
	}

	private static Member image(String userid, String mobile) {
		return new Member(userid, null, null, Fields.of(SCHEMA, Map.of("mobile", mobile)), null, null);
	}

}
