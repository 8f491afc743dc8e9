package dev.rollcall.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What stands before every vendor: it disturbs calls, counts them, and answers what is
 * asked of the look-alike itself, under {@value Desk#PATH}.
 */
public final class Front implements Function<Request, Reply> {

	private final Vendor vendor;

	private final Faults faults;

	private final CallLog calls = new CallLog();

	private final AtomicInteger going = new AtomicInteger();

	private final Desk desk;

	public Front(Vendor vendor, Disturbance disturbance) {
		this.vendor = vendor;
		this.faults = new Faults(disturbance);
		this.desk = new Desk(vendor, this.faults, this.calls);
	}

	public Faults faults() {
		return this.faults;
	}

	public CallLog calls() {
		return this.calls;
	}

	@Override
	public Reply apply(Request request) {
		if (request.path().startsWith(Desk.PATH)) {
			return this.desk.answer(request);
		}
		String call = this.vendor.call(request);
		if (call == null) {
			return Reply.page(404, "Not Found");
		}
		int atOnce = this.going.incrementAndGet();
		try {
			Reply reply = disturbed(call, request, atOnce);
			this.calls.add(call, reply.code(), shown(request), atOnce);
			return reply;
		}
		finally {
			this.going.decrementAndGet();
		}
	}

	private Reply disturbed(String call, Request request, int atOnce) {
		Faults.Lot lot = this.faults.draw(call);
		if (lot.latency() > 0) {
			pause(lot.latency());
		}
		return answer(lot.fault(), request, atOnce);
	}

	private Reply answer(@Nullable Fault fault, Request request, int atOnce) {
		if (fault == null) {
			return answered(request, atOnce);
		}
		return switch (fault) {
			case SERVER_ERROR -> Reply.page(502, "Bad Gateway");
			case DROPPED -> Reply.NOTHING;
			case ANSWER_LOST -> Reply.nothingAfter(answered(request, atOnce));
			case BUSY, CONFLICT, THROTTLED, TOKEN_EXPIRED -> this.vendor.fault(fault, request);
		};
	}

	/** What the look-alike itself cannot cope with shows as a failure of the server. */
	private Reply answered(Request request, int atOnce) {
		try {
			return this.vendor.answer(request, atOnce);
		}
		catch (RuntimeException ex) {
			return Reply.page(500, "Internal Server Error: " + ex);
		}
	}

	private Map<String, String> shown(Request request) {
		Map<String, String> query = new TreeMap<>(request.query());
		query.keySet().removeAll(this.vendor.secrets());
		return query;
	}

	private static void pause(int milliseconds) {
		try {
			// This is the latency that was asked for.
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
