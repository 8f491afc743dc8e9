package dev.rollcall.connector.excel.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CleaningTests {

	@Test
	void takesBlanksOfAllKindsFromTheEnds() {
		assertThat(Cleaning.clean(" \u00A0\u3000\t张 三\u2003 \n")).isEqualTo("张 三");
	}

	@Test
	void removesWhatHasNoWidth() {
		assertThat(Cleaning.clean("\uFEFFzhang\u200Bs\u00ADan\u2060")).isEqualTo("zhangsan");
	}

	@Test
	void keepsJoinersInsideWhereTheyCarryMeaning() {
		assertThat(Cleaning.clean("\u200D👨\u200D👩\u200D👧\u200C")).isEqualTo("👨\u200D👩\u200D👧");
	}

	@Test
	void removesTheDirectionMarksOfCopiedNumbers() {
		assertThat(Cleaning.clean("\u202D13800000000\u202C")).isEqualTo("13800000000");
	}

	@Test
	void composesCharacters() {
		assertThat(Cleaning.clean("Rene\u0301")).isEqualTo("René");
	}

	@Test
	void makesBlanksOfLineEndsAndRemovesOtherControlCharacters() {
		assertThat(Cleaning.clean("a\r\nb\nc\td\u0001e\u007F\u0085")).isEqualTo("a b c de");
	}

	@Test
	void leavesAstralCharactersAlone() {
		assertThat(Cleaning.clean("𠮷野家")).isEqualTo("𠮷野家");
	}

}
