package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Operations;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.PlanRehearsal;
import dev.rollcall.plan.RandomDirectories;
import dev.rollcall.plan.UpdateMode;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent again when a target was gone while it carried changes out. */
class LostAnswersTests {

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final Message WHY = Message.of("test");

	private static final int BATCH = 10;

	private final CreatedDepartments created = new CreatedDepartments(TestDatabase.create());

	private long run;

	/**
	 * On random directories, so with renames, moves, swaps and names and mobiles that one
	 * gives up for another in the same batch.
	 */
	@Test
	void whereverTheConnectionIsLostTheEndIsTheSame() {
		for (long seed = 0; seed < 150; seed++) {
			MemoryDirectory undisturbed = target(seed);
			int changes = apply(seed, undisturbed);
			for (int after = 0; after < changes; after++) {
				MemoryDirectory target = target(seed);
				target.loseConnectionAfter(after);
				apply(seed, target);
				assertSame(target, undisturbed, "seed " + seed + ", lost after " + after);
			}
		}
	}

	@Test
	void whenOnlyTheAnswerIsLostTheEndIsTheSame() {
		for (long seed = 0; seed < 300; seed++) {
			MemoryDirectory undisturbed = target(seed);
			apply(seed, undisturbed);
			MemoryDirectory target = target(seed);
			target.loseAnswers(1);
			apply(seed, target);
			assertSame(target, undisturbed, "seed " + seed);
		}
	}

	@Test
	void doesNotTakeAnUpdateForDoneOfWhichTheTargetShowsNothing() {
		MemoryDirectory target = new MemoryDirectory("hides", RandomDirectories.SCHEMA,
				new Capabilities(false, Set.of("mobile"), List.of(Set.of("name")), List.of(), BATCH, false));
		target.put(member("a", Map.of("name", "甲", "mobile", "1")));
		PlannedChange update = planned(new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "a", "a",
				member("a", Map.of("mobile", "1")), member("a", Map.of("mobile", "2")), WHY));
		assertThat(answers(target).carriedOut(List.of(update))).isEmpty();
	}

	@Test
	void takesACreationForDoneAlthoughTheTargetHidesAField() {
		MemoryDirectory target = new MemoryDirectory("hides", RandomDirectories.SCHEMA,
				new Capabilities(false, Set.of("mobile"), List.of(Set.of("name")), List.of(), BATCH, false));
		Member after = member("a", Map.of("name", "甲", "mobile", "1"));
		PlannedChange create = planned(new Change(ChangeKind.CREATE, EntryKind.MEMBER, "a", null, null, after, WHY));
		assertThat(answers(target).carriedOut(List.of(create))).isEmpty();
		target.put(after);
		assertThat(answers(target).carriedOut(List.of(create))).extracting(Result::change).containsExactly(create);
	}

	private static MemoryDirectory target(long seed) {
		return RandomDirectories.whole(new Random(-seed));
	}

	private static void assertSame(MemoryDirectory target, MemoryDirectory undisturbed, String where) {
		assertThat(List.copyOf(target.departments())).as(where).isEqualTo(List.copyOf(undisturbed.departments()));
		assertThat(List.copyOf(target.members())).as(where).isEqualTo(List.copyOf(undisturbed.members()));
	}

	/** Carries out all that is to be done; gives how much that is. */
	private int apply(long seed, MemoryDirectory target) {
		LostAnswersRun attempt = new LostAnswersRun(target, departments(), refs(target));
		List<Change> changes = PlanRehearsal
			.of(RandomDirectories.whole(new Random(seed)), target, ALL, UpdateMode.CHANGED, IgnoreRules.NONE, true)
			.changes();
		for (int i = 0; i < changes.size(); i += BATCH) {
			attempt.apply(changes.subList(i, Math.min(changes.size(), i + BATCH)));
		}
		return changes.size();
	}

	private LostAnswers answers(MemoryDirectory target) {
		return new LostAnswers(target, departments(), () -> refs(target));
	}

	private RunDepartments departments() {
		return new RunDepartments(++this.run, this.created);
	}

	private static Set<String> refs(MemoryDirectory target) {
		return target.departments().stream().map(Department::ref).collect(Collectors.toSet());
	}

	private static PlannedChange planned(Change change) {
		return new PlannedChange(Phase.MEMBER_UPSERT, 0, 0, change, ChangeState.SENT);
	}

	private static Member member(String userid, Map<String, String> values) {
		return new Member(userid, userid, null, fields(values), null, null);
	}

	private static Fields fields(Map<String, String> values) {
		return Fields.of(RandomDirectories.SCHEMA, values);
	}

	/**
	 * Sends batches, and after a lost answer what turns out not to have been done.
	 *
	 * @param before the departments before anything was sent
	 */
	private record LostAnswersRun(MemoryDirectory target, RunDepartments departments, Set<String> before) {

		void apply(List<Change> batch) {
			List<Change> open = new ArrayList<>(batch);
			List<Outcome> outcomes;
			try {
				outcomes = this.target.apply(open, this.departments);
			}
			catch (DirectoryException ex) {
				new LostAnswers(this.target, this.departments, () -> this.before)
					.carriedOut(batch.stream().map(LostAnswersTests::planned).toList())
					.forEach((done) -> open.remove(done.change().change()));
				outcomes = this.target.apply(open, this.departments);
			}
			assertThat(outcomes).extracting(Outcome::state).allMatch((state) -> state == Outcome.State.DONE);
		}

	}

}
