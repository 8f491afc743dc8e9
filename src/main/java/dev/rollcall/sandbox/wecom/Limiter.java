package dev.rollcall.sandbox.wecom;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.Window;
import dev.rollcall.sandbox.wecom.wire.Call;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Refused;

/**
 * Counts calls in windows that slide, each kind by itself. Whoever passes a limit is shut
 * out of that kind for as long as the window is.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90454">WeCom, limits
 * of frequency</a>
 */
final class Limiter {

	private static final int DEBUG_A_MINUTE = 5;

	private final Rates rates;

	private final Clock clock;

	private final Map<String, Window> windows = new HashMap<>();

	Limiter(Rates rates, Clock clock) {
		this.rates = rates;
		this.clock = clock;
	}

	/**
	 * Counts one more call.
	 * @throws Refused when it is one too many
	 */
	void count(Call call, Request request, int atOnce) {
		if (atOnce > this.rates.atOnce()) {
			throw Refused.because(Code.TOO_MANY_AT_ONCE);
		}
		count(call, request);
	}

	/** As {@link #count(Call, Request, int)}, however many are going on. */
	synchronized void count(Call call, Request request) {
		long now = this.clock.millis();
		boolean passed = pass(call.word() + " hour", this.rates.hour(), Duration.ofHours(1), now)
				&& pass(call.word() + " minute", this.rates.minute(), Duration.ofMinutes(1), now)
				&& (!"1".equals(request.query("debug"))
						|| pass(call.word() + " debug", DEBUG_A_MINUTE, Duration.ofMinutes(1), now));
		if (!passed) {
			throw Refused.because(Code.TOO_OFTEN);
		}
	}

	private boolean pass(String name, int most, Duration length, long now) {
		return this.windows.computeIfAbsent(name, (key) -> new Window(most, length.toMillis())).pass(now);
	}

}
