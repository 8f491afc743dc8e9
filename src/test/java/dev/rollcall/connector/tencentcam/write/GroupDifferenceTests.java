package dev.rollcall.connector.tencentcam.write;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GroupDifferenceTests {

	@ParameterizedTest
	@CsvSource({ "'a,b','b,c',[c],[a]", "'','a,b','[a, b]',[]", "'a,b','',[],'[a, b]'", "'b,a','a,b',[],[]" })
	void isWhatComesAndWhatGoes(String before, String after, String added, String removed) {
		GroupDifference difference = GroupDifference
			.of(Rehearsal.update("1", Map.of("groups", before), Map.of("groups", after)));

		assertThat(difference.added()).hasToString(added);
		assertThat(difference.removed()).hasToString(removed);
		assertThat(difference.isEmpty()).isEqualTo((added + removed).equals("[][]"));
	}

	@Test
	void nobodyLeavesGroupsThatAreNotSpokenOf() {
		assertThat(GroupDifference.of(Rehearsal.update("1", Map.of("groups", "a"), Map.of())).isEmpty()).isTrue();
		assertThat(GroupDifference.of(Rehearsal.update("1", Map.of(), Map.of("groups", "a"))).removed()).isEmpty();
		assertThat(GroupDifference.of(Rehearsal.delete("1")).isEmpty()).isTrue();
	}

	@Test
	void whoIsNewComesIntoAll() {
		assertThat(GroupDifference.of(Rehearsal.create("a", "groups", "b,a")).added()).containsExactly("a", "b");
	}

}
