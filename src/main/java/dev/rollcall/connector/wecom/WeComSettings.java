package dev.rollcall.connector.wecom;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Proxy;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.CallKind;
import dev.rollcall.connector.wecom.read.Detail;
import dev.rollcall.directory.FieldNames;
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
 * @param customFields the company's own fields that a target may write though nobody
 * shows them; the operator vouches that the console defines them
 */
record WeComSettings(@DefaultValue("https://qyapi.weixin.qq.com") URI baseUrl, @Nullable String corpId,
		@Nullable String contactSecret, @Nullable String appSecret, @DefaultValue("ids") Detail detail,
		@Nullable Rate rate, @DefaultValue Map<CallKind, Rate> rates, @DefaultValue("16") int atOnce,
		@DefaultValue Timeouts timeouts, @DefaultValue Patience patience, @Nullable URI proxy,
		@Nullable String proxyUsername, @Nullable String proxyPassword, @DefaultValue("5000") int importFrom,
		@DefaultValue List<String> customFields) {

	/** Below WeCom's ceiling of 10,000 a minute and 150,000 an hour. */
	private static final Rate SAFE = Rate.of(9_000, 135_000);

	WeComSettings {
		if (corpId == null || corpId.isBlank()) {
			throw new SettingsException(Message.of("wecom.settings.corp-id"));
		}
		if (contactSecret == null || contactSecret.isBlank()) {
			throw new SettingsException(Message.of("wecom.settings.contact-secret"));
		}
		if (importFrom < 1) {
			throw new SettingsException(Message.of("wecom.settings.import-from", importFrom));
		}
		for (String field : customFields) {
			if (field.isBlank() || FieldNames.ALL.contains(field)) {
				throw new SettingsException(Message.of("wecom.settings.custom-fields", field));
			}
		}
		customFields = customFields.stream().distinct().toList();
		rates = Map.copyOf(rates);
		counted(rate);
		rates.values().forEach(WeComSettings::counted);
		new Line(baseUrl, atOnce, timeouts, patience, Proxy.of(proxy, proxyUsername, proxyPassword));
	}

	Access access() {
		Proxy through = Proxy.of(this.proxy, this.proxyUsername, this.proxyPassword);
		return new Access(new Line(this.baseUrl, this.atOnce, this.timeouts, this.patience, through),
				String.valueOf(this.corpId), String.valueOf(this.contactSecret), this.appSecret,
				(this.rate != null) ? this.rate : SAFE, this.rates);
	}

	/** WeCom blocks for an hour whoever passes the limit of an hour. */
	private static void counted(@Nullable Rate rate) {
		if (rate != null && (rate.minute() == 0 || rate.hour() == 0)) {
			throw new SettingsException(Message.of("wecom.settings.rate", rate.minute(), rate.hour()));
		}
	}

	@Override
	public String toString() {
		return "WeComSettings[corpId=" + this.corpId + ", baseUrl=" + this.baseUrl + "]";
	}

}
