package dev.rollcall.staging;

import java.util.List;

import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Finding.Severity;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.staging.FindingStore.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows and values that could not be used are told in the order of the file. */
class FindingStoreTests {

	private final FindingStore store = new FindingStore(TestDatabase.create());

	@Test
	void givesThemBackByTheirPlaceWithEverythingThatWasSaid() {
		Finding second = new Finding(Severity.REJECTED, new Origin(1, 3), "手机", "138 𠮷", Message.of("bad", "a", ""),
				"zs");
		Finding first = new Finding(Severity.REJECTED, new Origin(0, 1_048_576), "", "", Message.of("worse"), null);
		this.store.add(1, Step.STAGE, List.of(second, first));
		assertThat(this.store.find(1, Severity.REJECTED, 10)).containsExactly(first, second);
		assertThat(this.store.find(1, Severity.REJECTED, 1)).containsExactly(first);
	}

	@Test
	void keepsSeveritiesAndRunsApart() {
		this.store.add(1, Step.STAGE, List.of(finding(Severity.REJECTED, 1), finding(Severity.WARNING, 2)));
		this.store.add(2, Step.STAGE, List.of(finding(Severity.REJECTED, 3)));
		this.store.add(2, Step.STAGE, List.of());
		assertThat(this.store.count(1, Severity.REJECTED)).isEqualTo(1);
		assertThat(this.store.count(1, Severity.WARNING)).isEqualTo(1);
		assertThat(this.store.count(2, Severity.WARNING)).isZero();
		assertThat(this.store.find(2, Severity.REJECTED, 10)).extracting(Finding::origin)
			.containsExactly(new Origin(0, 3));
	}

	@Test
	void forgetsWhatOneStepHasFoundWhenThatIsDoneAgain() {
		this.store.add(1, Step.STAGE, List.of(finding(Severity.REJECTED, 1)));
		this.store.add(1, Step.PLAN, List.of(finding(Severity.REJECTED, 2)));
		this.store.delete(1, Step.PLAN);
		assertThat(this.store.find(1, Severity.REJECTED, 10)).extracting(Finding::origin)
			.containsExactly(new Origin(0, 1));
	}

	@Test
	void takesTheLongestValueThatAFindingKeeps() {
		Finding longest = new Finding(Severity.WARNING, new Origin(0, 1), "列".repeat(300), "𠮷".repeat(500),
				Message.of("why", "x".repeat(5000)), "u".repeat(64));
		this.store.add(1, Step.STAGE, List.of(longest));
		assertThat(this.store.find(1, Severity.WARNING, 1)).singleElement()
			.satisfies((finding) -> assertThat(finding.value()).isEqualTo(longest.value()))
			.satisfies((finding) -> assertThat(finding.reason().code()).isEqualTo("why"));
	}

	private static Finding finding(Severity severity, int row) {
		return new Finding(severity, new Origin(0, row), "", "", Message.of("why"), null);
	}

}
