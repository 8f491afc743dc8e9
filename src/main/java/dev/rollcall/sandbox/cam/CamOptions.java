package dev.rollcall.sandbox.cam;

import java.time.Clock;
import java.util.Set;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.account.Quotas;

/**
 * What a look-alike of CAM is like.
 *
 * @param port where it serves, 0 for any port that is free
 * @param seed what chance begins with: people and the access key
 * @param population who is there at first
 * @param quotas how much there may be
 * @param second how often each action may be called in a second, 0 for any number
 * @param habits what it does otherwise than it does without them
 * @param hosts for which hosts calls may be signed; {@value #PORT} stands for its port
 * @param disturbance what disturbs calls at first
 * @param clock what it takes the time from
 */
public record CamOptions(int port, long seed, Population population, Quotas quotas, int second, Set<Habit> habits,
		Set<String> hosts, Disturbance disturbance, Clock clock) {

	/** In a host, the port at which it serves. */
	public static final String PORT = "PORT";

	/** How often CAM lets each of its actions be called in a second. */
	public static final int DOCUMENTED_RATE = 20;

	/** Itself, and the real one, for which Tencent Cloud's client can sign. */
	public static final Set<String> HOSTS = Set.of("127.0.0.1:" + PORT, "localhost:" + PORT, "cam.tencentcloudapi.com");

	public CamOptions {
		habits = Set.copyOf(habits);
		hosts = Set.copyOf(hosts);
	}

	/** Nobody at any port that is free, and no limits. */
	public static CamOptions defaults() {
		return new CamOptions(0, 1, Population.NOBODY, Quotas.NONE, 0, Set.of(), HOSTS, Disturbance.NONE,
				Clock.systemUTC());
	}

	public CamOptions at(int otherPort) {
		return new CamOptions(otherPort, this.seed, this.population, this.quotas, this.second, this.habits, this.hosts,
				this.disturbance, this.clock);
	}

	public CamOptions seeded(long other) {
		return new CamOptions(this.port, other, this.population, this.quotas, this.second, this.habits, this.hosts,
				this.disturbance, this.clock);
	}

	public CamOptions with(Population other) {
		return new CamOptions(this.port, this.seed, other, this.quotas, this.second, this.habits, this.hosts,
				this.disturbance, this.clock);
	}

	public CamOptions with(Quotas other) {
		return new CamOptions(this.port, this.seed, this.population, other, this.second, this.habits, this.hosts,
				this.disturbance, this.clock);
	}

	/** With so many calls of each action in a second. */
	public CamOptions perSecond(int other) {
		return new CamOptions(this.port, this.seed, this.population, this.quotas, other, this.habits, this.hosts,
				this.disturbance, this.clock);
	}

	public CamOptions with(Habit... others) {
		return new CamOptions(this.port, this.seed, this.population, this.quotas, this.second, Set.of(others),
				this.hosts, this.disturbance, this.clock);
	}

	/** With calls that are signed for these hosts only. */
	public CamOptions hosts(Set<String> others) {
		return new CamOptions(this.port, this.seed, this.population, this.quotas, this.second, this.habits, others,
				this.disturbance, this.clock);
	}

	public CamOptions with(Disturbance other) {
		return new CamOptions(this.port, this.seed, this.population, this.quotas, this.second, this.habits, this.hosts,
				other, this.clock);
	}

	public CamOptions with(Clock other) {
		return new CamOptions(this.port, this.seed, this.population, this.quotas, this.second, this.habits, this.hosts,
				this.disturbance, other);
	}

}
