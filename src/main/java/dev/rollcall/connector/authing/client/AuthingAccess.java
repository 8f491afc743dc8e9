package dev.rollcall.connector.authing.client;

import java.util.Map;

import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Rate;

/**
 * Where Authing is, who calls it, and how fast.
 *
 * @param line the line to it
 * @param accessKeyId whose power the calls are made with
 * @param accessKeySecret that key's secret
 * @param organization the code of the organisation that is meant
 * @param rate how often each kind of call may be made
 * @param rates kinds that have a rate of their own
 */
public record AuthingAccess(Line line, String accessKeyId, String accessKeySecret, String organization, Rate rate,
		Map<AuthingCall, Rate> rates) {

	public AuthingAccess {
		rates = Map.copyOf(rates);
	}

	/** How often one kind of call may be made. */
	public Rate rate(Endpoint call) {
		return (call instanceof AuthingCall kind) ? this.rates.getOrDefault(kind, this.rate) : this.rate;
	}

	/** How many calls may go on side by side. */
	public int atOnce() {
		return this.line.atOnce();
	}

	@Override
	public String toString() {
		return "AuthingAccess[" + this.organization + " at " + this.line.base() + "]";
	}

}
