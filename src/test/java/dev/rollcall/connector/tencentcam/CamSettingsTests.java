package dev.rollcall.connector.tencentcam;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.client.CamAccess;
import dev.rollcall.connector.tencentcam.client.CamCall;
import dev.rollcall.connector.tencentcam.client.CamKey;
import dev.rollcall.connector.tencentcam.rules.ImportTerms;
import dev.rollcall.connector.tencentcam.rules.NameOverrides;
import dev.rollcall.connector.tencentcam.rules.VisibleRange;
import dev.rollcall.connector.tencentcam.write.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CamSettingsTests {

	@TempDir
	Path home;

	@Test
	void asksForTheKeyAndKnowsTheRest() {
		CamSettings settings = settings(Map.of());
		CamAccess access = settings.access();
		assertThat(access.key()).isEqualTo(new CamKey("id", "canary"));
		assertThat(access.line().base()).isEqualTo(URI.create("https://cam.tencentcloudapi.com"));
		assertThat(access.rate(CamCall.ADD_USER)).isEqualTo(Rate.perSecond(20));
		assertThat(access.atOnce()).isEqualTo(8);
		assertThat(access.line().timeouts()).isEqualTo(new Timeouts(5_000, 30_000));
		assertThat(access.line().patience()).isEqualTo(Patience.USUAL);
		assertThat(access.line().proxy()).isNull();
		ImportTerms terms = settings.terms(this.home);
		assertThat(terms.names()).hasToString("{userid}");
		assertThat(terms.overrides()).isSameAs(NameOverrides.NONE);
		assertThat(terms.range()).isNull();
		assertThat(terms.groups()).isEmpty();
		assertThat(terms.managedGroups()).isEmpty();
		assertThat(settings.manner(this.home, List.of())).isEqualTo(new Manner(false, false, null, List.of()));
		assertThat(settings.wecomSubUsers()).isEqualTo(CamSettings.WeComSubUsers.KEEP);
	}

	@Test
	void takesEachKeyOfWhoBecomesASubUser() throws IOException {
		Files.writeString(this.home.resolve("names.csv"), "userid,name\nZhangSan,zs\n");
		CamSettings settings = settings(Map.ofEntries(Map.entry("visible-range.departments[0]", "示例科技/研发部"),
				Map.entry("visible-range.departments[1]", "7"), Map.entry("visible-range.members", "a,b"),
				Map.entry("names.rule", "wx-{userid-lower}"), Map.entry("names.overrides", "names.csv"),
				Map.entry("groups[研发部]", "developers"), Map.entry("groups[示例科技/研发部/后端][0]", "developers"),
				Map.entry("groups[示例科技/研发部/后端][1]", "backend"), Map.entry("application-groups", "guests, auditors"),
				Map.entry("console-login", "true"), Map.entry("use-api", "true"),
				Map.entry("credentials-file", "var/new.csv"), Map.entry("wecom-sub-users", "delete")));
		ImportTerms terms = settings.terms(this.home);
		assertThat(terms.range()).isEqualTo(new VisibleRange(List.of("示例科技/研发部", "7"), List.of("a", "b")));
		assertThat(terms.names()).hasToString("wx-{userid-lower}");
		assertThat(terms.overrides()).isNotSameAs(NameOverrides.NONE);
		assertThat(terms.groups())
			.isEqualTo(Map.of("研发部", List.of("developers"), "示例科技/研发部/后端", List.of("developers", "backend")));
		assertThat(terms.managedGroups()).containsExactly("auditors", "backend", "developers", "guests");
		assertThat(settings.manner(this.home, List.of("g")))
			.isEqualTo(new Manner(true, true, this.home.resolve("var/new.csv"), List.of("g")));
		assertThat(settings.wecomSubUsers()).isEqualTo(CamSettings.WeComSubUsers.DELETE);
	}

	@Test
	void takesEachKeyOfTheLine() {
		CamAccess access = settings(Map.ofEntries(Map.entry("base-url", "http://127.0.0.1:8080"),
				Map.entry("rate.second", 50), Map.entry("rates.list-users.second", 7), Map.entry("at-once", 3),
				Map.entry("timeouts.connect", 11), Map.entry("timeouts.answer", 12), Map.entry("patience.attempts", 2),
				Map.entry("patience.pause", 3), Map.entry("patience.block", 4), Map.entry("patience.longest", 5),
				Map.entry("proxy", "http://proxy:3128"), Map.entry("proxy-username", "u"),
				Map.entry("proxy-password", "p")))
			.access();
		assertThat(access.line().base()).isEqualTo(URI.create("http://127.0.0.1:8080"));
		assertThat(access.rate(CamCall.LIST_USERS)).isEqualTo(Rate.perSecond(7));
		assertThat(access.rate(CamCall.ADD_USER)).isEqualTo(Rate.perSecond(50));
		assertThat(access.atOnce()).isEqualTo(3);
		assertThat(access.line().timeouts()).isEqualTo(new Timeouts(11, 12));
		assertThat(access.line().patience()).isEqualTo(new Patience(2, 3, 4, 5));
		assertThat(access.line().proxy().username()).isEqualTo("u");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://cam.tencentcloudapi.com", "https://user:password@cam.tencentcloudapi.com",
			"cam.tencentcloudapi.com" })
	void sendsKeysInTheOpenOnlyToThisComputer(String url) {
		assertRefused("remote.settings.base-url", Map.of("base-url", url));
	}

	@ParameterizedTest
	@CsvSource({ "secret-id,'',tencentcam.settings.secret-id", "secret-key,' ',tencentcam.settings.secret-key",
			"visible-range.departments,'',tencentcam.settings.visible-range",
			"visible-range.members[0],' ',tencentcam.settings.visible-range",
			"names.rule,{name},tencentcam.settings.name-placeholder",
			"names.rule,admin,tencentcam.settings.name-constant", "names.rule,'',tencentcam.settings.name-constant",
			"names.rule,{userid}#,tencentcam.settings.name-signs", "groups[a],'',tencentcam.settings.groups",
			"groups[a][0],'x,y',tencentcam.settings.groups", "groups[a][0],' x',tencentcam.settings.groups",
			"application-groups[0],'',tencentcam.settings.groups", "use-api,true,tencentcam.settings.credentials-file",
			"at-once,0,remote.settings.at-once", "rate.second,0,remote.settings.rate",
			"patience.attempts,0,remote.settings.patience", "proxy,proxy:3128,remote.settings.proxy" })
	void refusesWhatMakesNoSense(String key, String value, String sentence) {
		assertRefused(sentence, Map.of(key, value));
	}

	@Test
	void aMissingFileOfNamesIsFoundOutBeforeAnythingIsOpened() {
		CamSettings settings = settings(Map.of("names.overrides", "names.csv"));
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> settings.terms(this.home))
			.matches((refusal) -> refusal.text().code().equals("tencentcam.overrides.missing"));
	}

	@Test
	void neverSpeaksOfSecrets() {
		CamSettings settings = settings(
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

	private static CamSettings settings(Map<String, Object> keys) {
		Map<String, Object> all = new HashMap<>(Map.of("secret-id", "id", "secret-key", "canary"));
		all.putAll(keys);
		return new Binder(new MapConfigurationPropertySource(all)).bind("", CamSettings.class).get();
	}

}
