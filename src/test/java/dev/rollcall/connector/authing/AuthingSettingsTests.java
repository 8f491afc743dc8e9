package dev.rollcall.connector.authing;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingCall;
import dev.rollcall.connector.authing.read.Shape;
import dev.rollcall.connector.authing.read.UseridFrom;
import dev.rollcall.connector.authing.write.Manner;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthingSettingsTests {

	@Test
	void asksForTheKeyAndTheOrganisationAndKnowsTheRest() {
		AuthingSettings settings = settings(Map.of());
		assertThat(settings.shape(false))
			.isEqualTo(new Shape(false, true, false, List.of(UseridFrom.WECHATWORK_USER_ID, UseridFrom.USERNAME)));
		assertThat(settings.manner()).isEqualTo(new Manner(true, false));
		AuthingAccess access = settings.access();
		assertThat(access.line().base()).isEqualTo(URI.create("https://api.authing.cn"));
		assertThat(access.organization()).isEqualTo("example");
		assertThat(access.rate(AuthingCall.LIST_USERS)).isEqualTo(Rate.perSecond(20));
		assertThat(access.atOnce()).isEqualTo(8);
		assertThat(access.line().timeouts()).isEqualTo(new Timeouts(5_000, 30_000));
		assertThat(access.line().patience()).isEqualTo(Patience.USUAL);
		assertThat(access.line().proxy()).isNull();
	}

	@Test
	void takesEachKey() {
		AuthingSettings settings = settings(Map.ofEntries(Map.entry("base-url", "http://127.0.0.1:8080"),
				Map.entry("ignore-root", "false"), Map.entry("users", "pool"), Map.entry("userid[0]", "external_id"),
				Map.entry("userid[1]", "username"), Map.entry("passwords", "generated"), Map.entry("rate.second", 50),
				Map.entry("rates.list-users.second", 7), Map.entry("at-once", 3), Map.entry("timeouts.connect", 11),
				Map.entry("timeouts.answer", 12), Map.entry("patience.attempts", 2), Map.entry("patience.pause", 3),
				Map.entry("patience.block", 4), Map.entry("patience.longest", 5),
				Map.entry("proxy", "http://proxy:3128"), Map.entry("proxy-username", "u"),
				Map.entry("proxy-password", "p")));
		assertThat(settings.shape(true))
			.isEqualTo(new Shape(true, false, true, List.of(UseridFrom.EXTERNAL_ID, UseridFrom.USERNAME)));
		assertThat(settings.manner()).isEqualTo(new Manner(false, true));
		AuthingAccess access = settings.access();
		assertThat(access.rate(AuthingCall.LIST_USERS)).isEqualTo(Rate.perSecond(7));
		assertThat(access.rate(AuthingCall.CREATE_USERS)).isEqualTo(Rate.perSecond(50));
		assertThat(access.atOnce()).isEqualTo(3);
		assertThat(access.line().timeouts()).isEqualTo(new Timeouts(11, 12));
		assertThat(access.line().patience()).isEqualTo(new Patience(2, 3, 4, 5));
		assertThat(access.line().proxy().username()).isEqualTo("u");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.authing.cn", "https://user:password@api.authing.cn", "api.authing.cn" })
	void sendsSecretsInTheOpenOnlyToThisComputer(String url) {
		assertRefused("remote.settings.base-url", Map.of("base-url", url));
	}

	@ParameterizedTest
	@CsvSource({ "access-key-id,'',authing.settings.access-key-id",
			"access-key-secret,' ',authing.settings.access-key-secret", "organization,'',authing.settings.organization",
			"userid,mobile,authing.settings.userid", "userid,WECHATWORK_USER_ID,authing.settings.userid",
			"userid,'',authing.settings.userid-empty", "at-once,0,remote.settings.at-once",
			"rate.second,0,remote.settings.rate", "patience.attempts,0,remote.settings.patience",
			"proxy,proxy:3128,remote.settings.proxy" })
	void refusesWhatMakesNoSense(String key, String value, String sentence) {
		assertRefused(sentence, Map.of(key, value));
	}

	@Test
	void neverSpeaksOfSecrets() {
		AuthingSettings settings = settings(
				Map.of("proxy", "http://p:1", "proxy-username", "u", "proxy-password", "canary"));
		assertThat(settings + " " + settings.access() + " " + settings.access().line().proxy())
			.doesNotContain("canary");
	}

	private static void assertRefused(String sentence, Map<String, Object> keys) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> settings(keys))
			.havingRootCause()
			.isInstanceOf(SettingsException.class)
			.matches((refusal) -> ((SettingsException) refusal).text().code().equals(sentence), sentence);
	}

	private static AuthingSettings settings(Map<String, Object> keys) {
		Map<String, Object> all = new HashMap<>(
				Map.of("access-key-id", "id", "access-key-secret", "canary", "organization", "example"));
		all.putAll(keys);
		return new Binder(new MapConfigurationPropertySource(all)).bind("", AuthingSettings.class).get();
	}

}
