package dev.rollcall.connector.remote;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.MemberChanges;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WavesTests {

	private static final Waves WAVES = new Waves(Map.of("mobile", "mobile", "email", "email", "biz_mail", "email"));

	@Test
	void whatHasNothingToDoWithOneAnotherGoesTogether() {
		assertThat(WAVES.of(List.of(MemberChanges.create("a"), MemberChanges.update("b", "mobile", "1"),
				MemberChanges.delete("c"))))
			.containsExactly(List.of(0, 1, 2));
	}

	@Test
	void changesOfOneMemberStayInTheirOrder() {
		assertThat(WAVES.of(List.of(MemberChanges.update("a", "mobile", ""), MemberChanges.update("b", "alias", "x"),
				MemberChanges.update("A", "mobile", "2"), MemberChanges.delete("a"))))
			.containsExactly(List.of(0, 1), List.of(2), List.of(3));
	}

	@Test
	void aValueIsGivenUpBeforeItIsTaken() {
		assertThat(
				WAVES.of(List.of(MemberChanges.update("a", Map.of("email", "X@y.cn"), Map.of("email", "z@y.cn"), null),
						MemberChanges.create("b", "email", "x@Y.cn"), MemberChanges.create("c", "email", "z@y.cn"))))
			.containsExactly(List.of(0), List.of(1, 2));
	}

}
