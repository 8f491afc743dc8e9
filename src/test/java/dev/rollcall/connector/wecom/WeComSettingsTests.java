package dev.rollcall.connector.wecom;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.CallKind;
import dev.rollcall.connector.wecom.read.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WeComSettingsTests {

	@Test
	void asksForTheCompanyAndItsSecretAndKnowsTheRest() {
		WeComSettings settings = settings(Map.of());
		assertThat(settings.detail()).isEqualTo(Detail.IDS);
		assertThat(settings.importFrom()).isEqualTo(5000);
		assertThat(settings.customFields()).isEmpty();
		Access access = settings.access();
		assertThat(access.line().base()).isEqualTo(URI.create("https://qyapi.weixin.qq.com"));
		assertThat(access.appSecret()).isNull();
		assertThat(access.rate(CallKind.USER_UPDATE)).isEqualTo(Rate.of(9_000, 135_000));
		assertThat(access.atOnce()).isEqualTo(16);
		assertThat(access.line().timeouts()).isEqualTo(new Timeouts(5_000, 30_000));
		assertThat(access.line().patience()).isEqualTo(Patience.USUAL);
		assertThat(access.line().proxy()).isNull();
	}

	@Test
	void takesEachKey() {
		WeComSettings settings = settings(Map.ofEntries(Map.entry("base-url", "http://127.0.0.1:8080"),
				Map.entry("app-secret", "a"), Map.entry("detail", "full"), Map.entry("rate.minute", 100),
				Map.entry("rate.hour", 1000), Map.entry("rates.user-update.minute", 10),
				Map.entry("rates.user-update.hour", 20), Map.entry("at-once", 3), Map.entry("timeouts.connect", 11),
				Map.entry("timeouts.answer", 12), Map.entry("patience.attempts", 2), Map.entry("patience.pause", 3),
				Map.entry("patience.block", 4), Map.entry("patience.longest", 5),
				Map.entry("proxy", "http://proxy:3128"), Map.entry("proxy-username", "u"),
				Map.entry("proxy-password", "p"), Map.entry("import-from", 7), Map.entry("custom-fields[0]", "工号")));
		Access access = settings.access();
		assertThat(settings.detail()).isEqualTo(Detail.FULL);
		assertThat(settings.importFrom()).isEqualTo(7);
		assertThat(settings.customFields()).containsExactly("工号");
		assertThat(access.rate(CallKind.USER_UPDATE)).isEqualTo(Rate.of(10, 20));
		assertThat(access.rate(CallKind.USER_CREATE)).isEqualTo(Rate.of(100, 1000));
		assertThat(access.atOnce()).isEqualTo(3);
		assertThat(access.line().timeouts()).isEqualTo(new Timeouts(11, 12));
		assertThat(access.line().patience()).isEqualTo(new Patience(2, 3, 4, 5));
		assertThat(access.line().proxy().username()).isEqualTo("u");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://qyapi.weixin.qq.com", "http://127.0.0.1.example.com", "ftp://127.0.0.1",
			"https://user:password@qyapi.weixin.qq.com", "https://qyapi.weixin.qq.com?access_token=x", "qyapi", "/x",
			"http://localhost.evil.com" })
	void sendsSecretsInTheOpenOnlyToThisComputer(String url) {
		assertRefused("remote.settings.base-url", Map.of("base-url", url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "https://10.0.0.1/wecom" })
	void takesOtherPlacesToRehearse(String url) {
		assertThat(settings(Map.of("base-url", url)).access().line().base()).isEqualTo(URI.create(url));
	}

	@ParameterizedTest
	@CsvSource({ "corp-id,'',wecom.settings.corp-id", "contact-secret,' ',wecom.settings.contact-secret",
			"at-once,0,remote.settings.at-once", "custom-fields,mobile,wecom.settings.custom-fields",
			"custom-fields,' ',wecom.settings.custom-fields", "import-from,0,wecom.settings.import-from",
			"rate.minute,0,wecom.settings.rate", "timeouts.answer,0,remote.settings.timeouts",
			"timeouts.connect,0,remote.settings.timeouts", "patience.attempts,0,remote.settings.patience",
			"patience.pause,0,remote.settings.patience", "patience.block,0,remote.settings.patience",
			"patience.longest,-1,remote.settings.patience", "proxy,http://u:p@proxy:1,remote.settings.proxy",
			"proxy,proxy:3128,remote.settings.proxy", "proxy-username,u,remote.settings.proxy" })
	void refusesWhatMakesNoSense(String key, String value, String sentence) {
		assertRefused(sentence, key.startsWith("rate.") ? Map.of(key, value, "rate.hour", 1) : Map.of(key, value));
	}

	@Test
	void aRateOfAnHourIsNotLessThanThatOfAMinute() {
		assertRefused("remote.settings.rate", Map.of("rate.minute", 10, "rate.hour", 9));
	}

	@Test
	void neverSpeaksOfSecrets() {
		WeComSettings settings = settings(Map.of("app-secret", "canary", "proxy", "http://p:1", "proxy-username", "u",
				"proxy-password", "canary"));
		assertThat(settings + " " + settings.access() + " " + settings.access().line().proxy())
			.doesNotContain("canary");
	}

	private static void assertRefused(String sentence, Map<String, Object> keys) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> settings(keys))
			.havingRootCause()
			.isInstanceOf(SettingsException.class)
			.matches((refusal) -> ((SettingsException) refusal).text().code().equals(sentence), sentence);
	}

	private static WeComSettings settings(Map<String, Object> keys) {
		Map<String, Object> all = new HashMap<>(Map.of("corp-id", "corp", "contact-secret", "canary"));
		all.putAll(keys);
		return new Binder(new MapConfigurationPropertySource(all)).bind("", WeComSettings.class).get();
	}

}
