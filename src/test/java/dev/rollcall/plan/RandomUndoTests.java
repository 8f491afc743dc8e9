package dev.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;

import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a plan does to a directory, its undo restores what was there: tried on many
 * small random directories, with renames, moves, swaps and circles. The directory is
 * strict, so that an undo in a wrong order does not get through.
 */
class RandomUndoTests {

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final int PAIRS = 400;

	/** A run over two random directories. */
	private record Trial(MemoryDirectory target, Map<String, String> before, UndoRehearsal run) {

		static Trial of(long number) {
			return of(number, Integer.MAX_VALUE);
		}

		static Trial of(long number, int changes) {
			Random random = new Random(number);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory target = RandomDirectories.whole(random);
			Map<String, String> before = UndoRehearsal.text(target);
			PlanRehearsal plan = PlanRehearsal.of(source, target, ALL, UpdateMode.CHANGED, IgnoreRules.NONE, true);
			return new Trial(target, before, UndoRehearsal.first(plan, target, changes));
		}

		Map<String, String> now() {
			return UndoRehearsal.text(this.target);
		}

	}

	private static void forMany(LongConsumer test) {
		for (long number = 0; number < PAIRS; number++) {
			try {
				test.accept(number);
			}
			catch (AssertionError ex) {
				throw new AssertionError("pair " + number + ": " + ex.getMessage(), ex);
			}
		}
	}

	@Test
	void undoRestoresWhatWasThere() {
		forMany((number) -> {
			Trial trial = Trial.of(number);
			UndoRehearsal undo = trial.run().undo().apply();
			assertThat(undo.withheld()).isEmpty();
			assertThat(trial.now()).isEqualTo(trial.before());
		});
	}

	@Test
	void undoRestoresWhatWasThereWhereverTheRunHasEnded() {
		forMany((number) -> {
			Trial trial = Trial.of(number, (int) (number % 13));
			UndoRehearsal undo = trial.run().undo().apply();
			assertThat(undo.withheld()).isEmpty();
			assertThat(trial.now()).isEqualTo(trial.before());
		});
	}

	@Test
	void undoOfAnUndoDoesItAgain() {
		forMany((number) -> {
			Trial trial = Trial.of(number);
			Map<String, String> after = trial.now();
			UndoRehearsal undo = trial.run().undo().apply();
			UndoRehearsal redo = undo.undo().apply();
			assertThat(trial.now()).isEqualTo(after);
			redo.undo().apply();
			assertThat(trial.now()).isEqualTo(trial.before());
		});
	}

	@Test
	void whatIsTakenBackOnceHasNothingLeftToBeTakenBack() {
		forMany((number) -> {
			Trial trial = Trial.of(number);
			trial.run().undo().apply();
			UndoRehearsal again = trial.run().undo();
			assertThat(again.withheld()).isEmpty();
			assertThat(again.changes()).isEmpty();
		});
	}

	@Test
	void whatSomebodyElseHasWrittenSinceStays() {
		forMany((number) -> {
			Trial trial = Trial.of(number);
			Random random = new Random(number);
			trial.target().members().stream().filter((member) -> random.nextInt(3) == 0).toList().forEach((member) -> {
				trial.target().put(withPosition(member));
			});
			List<String> touched = touched(trial);
			trial.run().undo().applyWhatIsPossible();
			assertThat(touched(trial)).isEqualTo(touched);
		});
	}

	private static Member withPosition(Member member) {
		FieldsBuilder fields = new FieldsBuilder(RandomDirectories.SCHEMA);
		for (int i = 0; i < RandomDirectories.SCHEMA.size(); i++) {
			fields.copy(i, member.fields(), i);
		}
		Fields written = fields.set(RandomDirectories.SCHEMA.position(FieldNames.POSITION), "somebody else").build();
		return new Member(member.ref(), member.userid(), null, written, member.placements(), null);
	}

	private static List<String> touched(Trial trial) {
		return trial.target()
			.members()
			.stream()
			.filter((member) -> "somebody else".equals(member.fields().value(FieldNames.POSITION)))
			.map(Member::userid)
			.toList();
	}

}
