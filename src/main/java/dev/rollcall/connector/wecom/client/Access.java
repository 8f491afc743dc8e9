package dev.rollcall.connector.wecom.client;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where WeCom is, who calls it, and how fast.
 *
 * @param base where it is
 * @param corporation the company's id
 * @param contactSecret of the contact-sync assistant
 * @param appSecret of a self-built app, null when there is none
 * @param rate how often each kind of call may be made
 * @param rates kinds that have a rate of their own
 * @param atOnce how many calls may go on side by side
 * @param timeouts how long is waited for one answer
 * @param patience how long one goes on when there is none
 * @param proxy what calls go through, null when they go straight
 */
public record Access(URI base, String corporation, String contactSecret, @Nullable String appSecret, Rate rate,
		Map<CallKind, Rate> rates, int atOnce, Timeouts timeouts, Patience patience, @Nullable Proxy proxy) {

	public Access {
		rates = Map.copyOf(rates);
	}

	/** With the usual patience, and straight. */
	public Access(URI base, String corporation, String contactSecret, @Nullable String appSecret, Rate rate,
			Map<CallKind, Rate> rates, int atOnce, Timeouts timeouts, @Nullable URI proxy) {
		this(base, corporation, contactSecret, appSecret, rate, rates, atOnce, timeouts, Patience.USUAL,
				(proxy != null) ? new Proxy(proxy, null, null) : null);
	}

	/** How often one kind of call may be made. */
	public Rate rate(CallKind call) {
		return this.rates.getOrDefault(call, this.rate);
	}

	@Override
	public String toString() {
		return "Access[" + this.corporation + " at " + this.base + "]";
	}

}
