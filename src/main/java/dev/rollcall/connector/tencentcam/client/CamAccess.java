package dev.rollcall.connector.tencentcam.client;

import java.util.Map;

import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Rate;

/**
 * Where CAM is, who calls it, and how fast.
 *
 * @param line the line to it
 * @param key whose power the calls are made with
 * @param rate how often each action may be called
 * @param rates actions that have a rate of their own
 */
public record CamAccess(Line line, CamKey key, Rate rate, Map<CamCall, Rate> rates) {

	public CamAccess {
		rates = Map.copyOf(rates);
	}

	/** How often one action may be called. */
	public Rate rate(Endpoint call) {
		return (call instanceof CamCall action) ? this.rates.getOrDefault(action, this.rate) : this.rate;
	}

	/** How many calls may go on side by side. */
	public int atOnce() {
		return this.line.atOnce();
	}

	@Override
	public String toString() {
		return "CamAccess[" + this.line.base() + "]";
	}

}
