package dev.rollcall.connector.tencentcam;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Proxy;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.client.CamAccess;
import dev.rollcall.connector.tencentcam.client.CamCall;
import dev.rollcall.connector.tencentcam.client.CamKey;
import dev.rollcall.connector.tencentcam.rules.ImportTerms;
import dev.rollcall.connector.tencentcam.rules.NameOverrides;
import dev.rollcall.connector.tencentcam.rules.NameRule;
import dev.rollcall.connector.tencentcam.rules.VisibleRange;
import dev.rollcall.connector.tencentcam.write.Manner;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which account's CAM, and who becomes a sub-user there.
 *
 * @param baseUrl where CAM answers
 * @param secretId of an access key, a reference such as {@code ${TENCENTCLOUD_SECRET_ID}}
 * @param secretKey that key's secret, a reference likewise
 * @param visibleRange who of the source is meant, null for everybody
 * @param names how sub-users are called
 * @param groups for departments, the groups of whoever is in them or below
 * @param applicationGroups groups that approved applications may give beside those
 * @param consoleLogin whether created sub-users may log in to the console
 * @param useApi whether created sub-users get an access key
 * @param credentialsFile where passwords and keys that CAM makes up are written
 * @param wecomSubUsers what becomes of sub-users that the console has imported, and who
 * are nobody's in the source
 * @param rate how often each action may be called: as CAM's pages say, unless others call
 * as well
 * @param rates actions that have a rate of their own
 * @param atOnce how many calls may go on side by side
 * @param timeouts how long is waited, in milliseconds
 * @param patience how long one goes on when CAM or the way to it fails
 * @param proxy what calls go through, such as {@code http://proxy:3128}
 * @param proxyUsername whom the proxy knows, if it asks
 * @param proxyPassword that user's, a reference
 */
record CamSettings(@DefaultValue("https://cam.tencentcloudapi.com") URI baseUrl, @Nullable String secretId,
		@Nullable String secretKey, @Nullable VisibleRange visibleRange, @DefaultValue Names names,
		@DefaultValue Map<String, List<String>> groups, @DefaultValue List<String> applicationGroups,
		@DefaultValue("false") boolean consoleLogin, @DefaultValue("false") boolean useApi,
		@Nullable String credentialsFile, @DefaultValue("keep") WeComSubUsers wecomSubUsers, @Nullable Rate rate,
		@DefaultValue Map<CamCall, Rate> rates, @DefaultValue("8") int atOnce, @DefaultValue Timeouts timeouts,
		@DefaultValue Patience patience, @Nullable URI proxy, @Nullable String proxyUsername,
		@Nullable String proxyPassword) {

	/** What CAM allows each action. */
	private static final Rate USUAL = Rate.perSecond(20);

	/**
	 * How sub-users are called.
	 *
	 * @param rule a text with placeholders
	 * @param overrides a CSV file with names that a person has decided
	 */
	record Names(@DefaultValue("{userid}") String rule, @Nullable String overrides) {

		Names {
			NameRule.of(rule);
		}

	}

	/** What becomes of a sub-user that the console has imported from WeCom. */
	enum WeComSubUsers {

		KEEP,

		/** It is deleted when its member is gone, as any other. */
		DELETE

	}

	CamSettings {
		if (secretId == null || secretId.isBlank()) {
			throw new SettingsException(Message.of("tencentcam.settings.secret-id"));
		}
		if (secretKey == null || secretKey.isBlank()) {
			throw new SettingsException(Message.of("tencentcam.settings.secret-key"));
		}
		groups = new LinkedHashMap<>(groups);
		groups.forEach(CamSettings::checkGroups);
		checkGroups("application-groups", applicationGroups);
		applicationGroups = List.copyOf(applicationGroups);
		if (useApi && (credentialsFile == null || credentialsFile.isBlank())) {
			throw new SettingsException(Message.of("tencentcam.settings.credentials-file"));
		}
		rates = Map.copyOf(rates);
		new Line(baseUrl, atOnce, timeouts, patience, Proxy.of(proxy, proxyUsername, proxyPassword));
	}

	CamAccess access() {
		Proxy through = Proxy.of(this.proxy, this.proxyUsername, this.proxyPassword);
		return new CamAccess(new Line(this.baseUrl, this.atOnce, this.timeouts, this.patience, through),
				new CamKey(String.valueOf(this.secretId), String.valueOf(this.secretKey)),
				(this.rate != null) ? this.rate : USUAL, this.rates);
	}

	/**
	 * Who becomes a sub-user; reads the file of names that were decided.
	 * @param home what a relative path starts from
	 */
	ImportTerms terms(Path home) {
		String file = this.names.overrides();
		NameOverrides overrides = (file != null && !file.isBlank()) ? NameOverrides.read(home.resolve(file), file)
				: NameOverrides.NONE;
		return terms(overrides);
	}

	/** All groups that the job manages: of others nothing is seen or touched. */
	Set<String> managedGroups() {
		return new TreeSet<>(terms(NameOverrides.NONE).managedGroups());
	}

	private ImportTerms terms(NameOverrides overrides) {
		return new ImportTerms(NameRule.of(this.names.rule()), overrides, this.visibleRange, this.groups,
				this.applicationGroups);
	}

	/**
	 * How it is written.
	 * @param home what a relative path starts from
	 */
	Manner manner(Path home, List<String> managedGroups) {
		String file = this.credentialsFile;
		return new Manner(this.consoleLogin, this.useApi, (file != null && !file.isBlank()) ? home.resolve(file) : null,
				managedGroups);
	}

	/** Names of groups stand in one field, with commas between them. */
	private static void checkGroups(String where, List<String> names) {
		boolean none = names.isEmpty() && !where.equals("application-groups");
		if (none || names.stream().anyMatch((name) -> name.isBlank() || name.contains(",") || isPadded(name))) {
			throw new SettingsException(Message.of("tencentcam.settings.groups", where, String.join(" | ", names)));
		}
	}

	private static boolean isPadded(String name) {
		return !name.strip().equals(name);
	}

	@Override
	public String toString() {
		return "CamSettings[secretId=" + this.secretId + ", baseUrl=" + this.baseUrl + "]";
	}

}
