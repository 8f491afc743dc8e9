package dev.rollcall.connector.wecom.client;

import java.util.Map;

import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Where WeCom is, who calls it, and how fast.
 *
 * @param line the line to it
 * @param corporation the company's id
 * @param contactSecret of the contact-sync assistant
 * @param appSecret of a self-built app, null when there is none
 * @param rate how often each kind of call may be made
 * @param rates kinds that have a rate of their own
 */
public record Access(Line line, String corporation, String contactSecret, @Nullable String appSecret, Rate rate,
		Map<CallKind, Rate> rates) {

	public Access {
		rates = Map.copyOf(rates);
	}

	/** How often one kind of call may be made. */
	public Rate rate(Endpoint call) {
		return (call instanceof CallKind kind) ? this.rates.getOrDefault(kind, this.rate) : this.rate;
	}

	/** How many calls may go on side by side. */
	public int atOnce() {
		return this.line.atOnce();
	}

	@Override
	public String toString() {
		return "Access[" + this.corporation + " at " + this.line.base() + "]";
	}

}
