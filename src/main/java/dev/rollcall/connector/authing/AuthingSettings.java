package dev.rollcall.connector.authing;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingCall;
import dev.rollcall.connector.authing.read.Shape;
import dev.rollcall.connector.authing.read.UseridFrom;
import dev.rollcall.connector.authing.write.Manner;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Proxy;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which organisation of which user pool, and how it is read and written.
 *
 * @param baseUrl where Authing answers
 * @param accessKeyId of the user pool or of a 协作管理员, a reference such as
 * {@code ${AUTHING_ACCESS_KEY_ID}}
 * @param accessKeySecret that key's secret, a reference likewise
 * @param organization the organisation's code
 * @param ignoreRoot whether the organisation itself stands for the other side's top
 * department; otherwise that becomes a department below the organisation
 * @param users whether only users of the organisation's departments are meant, or the
 * whole user pool
 * @param userid what gives a member's userid when it is a source, the first that has a
 * value: {@code wechatwork_user_id}, {@code username}, {@code external_id}
 * @param passwords whether those who are created get a password made up by Authing
 * @param rate how often each kind of call may be made; Authing tells no limit
 * @param rates kinds of calls that have a rate of their own
 * @param atOnce how many calls may go on side by side
 * @param timeouts how long is waited, in milliseconds
 * @param patience how long one goes on when Authing or the way to it fails
 * @param proxy what calls go through, such as {@code http://proxy:3128}
 * @param proxyUsername whom the proxy knows, if it asks
 * @param proxyPassword that user's, a reference
 */
record AuthingSettings(@DefaultValue("https://api.authing.cn") URI baseUrl, @Nullable String accessKeyId,
		@Nullable String accessKeySecret, @Nullable String organization, @DefaultValue("true") boolean ignoreRoot,
		@DefaultValue("organization") Users users, @DefaultValue( {
				"wechatwork_user_id", "username" }) List<String> userid,
		@DefaultValue("none") Passwords passwords, @Nullable Rate rate, @DefaultValue Map<AuthingCall, Rate> rates,
		@DefaultValue("8") int atOnce, @DefaultValue Timeouts timeouts, @DefaultValue Patience patience,
		@Nullable URI proxy, @Nullable String proxyUsername, @Nullable String proxyPassword){

	private static final Rate USUAL = Rate.perSecond(20);

	/** Who counts as a member. */
	enum Users {

		/** Who belongs to a department of the organisation. */
		ORGANIZATION,

		/** Everybody in the user pool. */
		POOL

	}

	/** What becomes of the password of somebody who is created. */
	enum Passwords {

		NONE,

		/** Authing makes one up; nobody is shown it. */
		GENERATED

	}

	AuthingSettings {
		if (accessKeyId == null || accessKeyId.isBlank()) {
			throw new SettingsException(Message.of("authing.settings.access-key-id"));
		}
		if (accessKeySecret == null || accessKeySecret.isBlank()) {
			throw new SettingsException(Message.of("authing.settings.access-key-secret"));
		}
		if (organization == null || organization.isBlank()) {
			throw new SettingsException(Message.of("authing.settings.organization"));
		}
		if (userid.isEmpty()) {
			throw new SettingsException(Message.of("authing.settings.userid-empty", UseridFrom.words()));
		}
		userid = List.copyOf(userid);
		userid.forEach(AuthingSettings::useridFrom);
		rates = Map.copyOf(rates);
		new Line(baseUrl, atOnce, timeouts, patience, Proxy.of(proxy, proxyUsername, proxyPassword));
	}

	AuthingAccess access() {
		Proxy through = Proxy.of(this.proxy, this.proxyUsername, this.proxyPassword);
		return new AuthingAccess(new Line(this.baseUrl, this.atOnce, this.timeouts, this.patience, through),
				String.valueOf(this.accessKeyId), String.valueOf(this.accessKeySecret),
				String.valueOf(this.organization), (this.rate != null) ? this.rate : USUAL, this.rates);
	}

	/** What of the organisation becomes departments and members. */
	Shape shape(boolean asTarget) {
		return new Shape(asTarget, this.ignoreRoot, this.users == Users.POOL,
				this.userid.stream().map(AuthingSettings::useridFrom).toList());
	}

	/** How it is written. */
	Manner manner() {
		return new Manner(this.ignoreRoot, this.passwords == Passwords.GENERATED);
	}

	private static UseridFrom useridFrom(String word) {
		UseridFrom from = UseridFrom.of(word);
		if (from == null) {
			throw new SettingsException(Message.of("authing.settings.userid", word, UseridFrom.words()));
		}
		return from;
	}

	@Override
	public String toString() {
		return "AuthingSettings[organization=" + this.organization + ", baseUrl=" + this.baseUrl + "]";
	}

}
