package dev.rollcall.directory;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** WeCom's rules for accounts and for names of departments. */
class WecomRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "7", "Z", "zhang.san", "zhang_san-2@corp", "0042" })
	void takesAnAccountOfLettersDigitsAndFourSigns(String userid) {
		assertThat(Userid.isValid(userid)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_a", "-a", "@a", ".a", "a b", "a/b", "a:b", "张三", "ａ", "aé", "a\tb", "a+b" })
	void refusesAnyOtherAccount(String userid) {
		assertThat(Userid.isValid(userid)).isFalse();
	}

	@Test
	void anAccountHasSixtyFourCharactersAtMost() {
		assertThat(Userid.isValid("a".repeat(64))).isTrue();
		assertThat(Userid.isValid("a".repeat(65))).isFalse();
	}

	@Test
	void accountsThatDifferInCaseOnlyAreTheSameInEveryLanguage() {
		Locale before = Locale.getDefault();
		Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
		try {
			assertThat(Userid.key("IDRIS")).isEqualTo("idris");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\\b", "a:b", "a*b", "a?b", "a\"b", "a<b", "a>b", "a|b", "a\tb", "a\nb" })
	void saysWhichCharacterADepartmentsNameMayNotHold(String name) {
		assertThat(DepartmentName.forbidden(name)).isEqualTo(name.charAt(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "研发部", "A/B", "研发（北京）", "R&D 2.0", "𠮷" })
	void takesAnyOtherName(String name) {
		assertThat(DepartmentName.forbidden(name)).isEqualTo(-1);
	}

	@Test
	void countsAnAstralCharacterOnce() {
		assertThat(DepartmentName.length("𠮷野家")).isEqualTo(3);
	}

}
