package dev.rollcall.connector.wecom;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.CallKind;
import dev.rollcall.connector.wecom.client.Patience;
import dev.rollcall.connector.wecom.client.Proxy;
import dev.rollcall.connector.wecom.client.Rate;
import dev.rollcall.connector.wecom.client.Timeouts;
import dev.rollcall.connector.wecom.read.Detail;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which company's WeCom, and what may be seen of it.
 *
 * @param baseUrl where WeCom answers
 * @param corpId the company's id
 * @param contactSecret of the contact-sync assistant, a reference such as
 * {@code ${WECOM_CONTACT_SECRET}}
 * @param appSecret of a self-built app, if there is one; a reference likewise
 * @param detail how much is read
 * @param rate how often each kind of call may be made: below what WeCom allows, because
 * others may call as well
 * @param rates kinds of calls that have a rate of their own
 * @param atOnce how many calls may go on side by side
 * @param timeouts how long is waited, in milliseconds
 * @param patience how long one goes on when WeCom or the way to it fails
 * @param proxy what calls go through, such as {@code http://proxy:3128}
 * @param proxyUsername whom the proxy knows, if it asks
 * @param proxyPassword that user's, a reference
 * @param importFrom from how many members on, created or updated, they are imported as a
 * file instead of one by one
 */
record WeComSettings(@DefaultValue("https://qyapi.weixin.qq.com") URI baseUrl, @Nullable String corpId,
		@Nullable String contactSecret, @Nullable String appSecret, @DefaultValue("ids") Detail detail,
		@Nullable Rate rate, @DefaultValue Map<CallKind, Rate> rates, @DefaultValue("16") int atOnce,
		@DefaultValue Timeouts timeouts, @DefaultValue Patience patience, @Nullable URI proxy,
		@Nullable String proxyUsername, @Nullable String proxyPassword, @DefaultValue("5000") int importFrom) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/** Below WeCom's ceiling of 10,000 a minute and 150,000 an hour. */
	private static final Rate SAFE = new Rate(9_000, 135_000);

	WeComSettings {
		if (!isSafe(baseUrl)) {
			throw new SettingsException(Message.of("wecom.settings.base-url", withoutUser(baseUrl)));
		}
		if (corpId == null || corpId.isBlank()) {
			throw new SettingsException(Message.of("wecom.settings.corp-id"));
		}
		if (contactSecret == null || contactSecret.isBlank()) {
			throw new SettingsException(Message.of("wecom.settings.contact-secret"));
		}
		if (atOnce < 1 || importFrom < 1) {
			throw new SettingsException(Message.of("wecom.settings.numbers", atOnce, importFrom));
		}
		rates = Map.copyOf(rates);
		proxy(proxy, proxyUsername, proxyPassword);
	}

	Access access() {
		return new Access(this.baseUrl, String.valueOf(this.corpId), String.valueOf(this.contactSecret), this.appSecret,
				(this.rate != null) ? this.rate : SAFE, this.rates, this.atOnce, this.timeouts, this.patience,
				proxy(this.proxy, this.proxyUsername, this.proxyPassword));
	}

	/** Whether nobody on the way can read along. */
	private static boolean isSafe(URI url) {
		String host = Objects.requireNonNullElse(url.getHost(), "");
		if (host.isEmpty() || url.getRawUserInfo() != null || url.getRawQuery() != null) {
			return false;
		}
		return switch (Objects.requireNonNullElse(url.getScheme(), "")) {
			case "https" -> true;
			case "http" -> LOOPBACK.contains(host);
			default -> false;
		};
	}

	/** As it may be shown, though somebody has written a password into it. */
	private static String withoutUser(URI url) {
		return url.getScheme() + "://" + url.getHost();
	}

	private static @Nullable Proxy proxy(@Nullable URI url, @Nullable String username, @Nullable String password) {
		if (url == null && (username != null || password != null)) {
			throw new SettingsException(Message.of("wecom.settings.proxy"));
		}
		return (url != null) ? new Proxy(url, username, password) : null;
	}

	@Override
	public String toString() {
		return "WeComSettings[corpId=" + this.corpId + ", baseUrl=" + this.baseUrl + "]";
	}

}
