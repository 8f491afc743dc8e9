package dev.rollcall.connector.tencentcam.rules;

import java.util.Locale;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** How sub-users are called, and which names are legal. */
class NamesTests {

	private static final String WHERE = "names.csv";

	@ParameterizedTest
	@CsvSource({ "{userid},Zhang.San@acme.com,Zhang.San@acme.com", "{userid-lower},Zhang.San,zhang.san",
			"{userid-local},Zhang.San@acme.com,Zhang.San", "{userid-local},ZhangSan,ZhangSan",
			"{userid-local-lower},Zhang.San@acme.com,zhang.san", "wx-{userid},a,wx-a", "{userid}@wecom,a,a@wecom",
			"{userid-lower}_{userid},Aa,aa_Aa", "{userid},$1\\,$1\\" })
	void aRuleMakesANameOfAUserid(String rule, String userid, String name) {
		assertThat(NameRule.of(rule).name(userid)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "{mobile},tencentcam.settings.name-placeholder", "{},tencentcam.settings.name-placeholder",
			"{USERID},tencentcam.settings.name-placeholder", "{userid}{ userid},tencentcam.settings.name-placeholder",
			"userid,tencentcam.settings.name-constant", "'',tencentcam.settings.name-constant",
			"{userid} x,tencentcam.settings.name-signs", "企微{userid},tencentcam.settings.name-signs",
			"{userid}},tencentcam.settings.name-signs", "{{userid},tencentcam.settings.name-signs" })
	void aRuleThatCannotBeRightIsRefused(String rule, String sentence) {
		SettingsException refusal = catchThrowableOfType(SettingsException.class, () -> NameRule.of(rule));
		assertThat(refusal).isNotNull();
		assertThat(refusal.text().code()).isEqualTo(sentence);
	}

	@Test
	void whoUsesAnUnknownPlaceholderIsToldThoseThereAre() {
		assertThat(catchThrowableOfType(SettingsException.class, () -> NameRule.of("{name}")).text())
			.isEqualTo(Message.of("tencentcam.settings.name-placeholder", "{name}",
					"{userid}, {userid-lower}, {userid-local}, {userid-local-lower}"));
	}

	@Test
	void whatIsWrongWithANameIsMeasured() {
		assertThat(LegalName.fault("ZhangSan", "张 三\t#张", WHERE))
			.isEqualTo(Message.of("tencentcam.name.signs", "ZhangSan", "张 三\t#张", "张 U+0020 三 U+0009 #", WHERE));
		String long65 = "a".repeat(65);
		assertThat(LegalName.fault("a", long65, WHERE))
			.isEqualTo(Message.of("tencentcam.name.length", "a", long65, 65, 64, WHERE));
		assertThat(LegalName.fault("a", "", WHERE))
			.isEqualTo(Message.of("tencentcam.name.length", "a", "", 0, 64, WHERE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "A9+=,.@_-", "-", "Zhang.San@acme.com" })
	void namesOfLettersDigitsAndSomeSignsAreLegal(String name) {
		assertThat(LegalName.fault("a", name, WHERE)).isNull();
	}

	@Property
	void aNameIsLegalIfAndOnlyIfItIsAsCamsPageSays(@ForAll @StringLength(max = 70) String name) {
		assertThat(LegalName.fault("a", name, WHERE) == null).isEqualTo(name.matches("[A-Za-z0-9+=,.@_-]{1,64}"));
	}

	@Property
	void everyUseridOfWeComIsALegalName(@ForAll("userids") String userid) {
		assertThat(LegalName.fault(userid, NameRule.of("{userid}").name(userid), WHERE)).isNull();
		String lower = NameRule.of("{userid-lower}").name(userid);
		assertThat(lower).isEqualTo(userid.toLowerCase(Locale.ROOT));
		assertThat(LegalName.fault(userid, NameRule.of("{userid-local-lower}").name(userid), WHERE)).isNull();
	}

	@Provide
	Arbitrary<String> userids() {
		Arbitrary<String> first = Arbitraries.strings().alpha().numeric().ofLength(1);
		Arbitrary<String> rest = Arbitraries.strings().alpha().numeric().withChars("_-@.").ofMaxLength(63);
		return Combinators.combine(first, rest).as(String::concat);
	}

}
