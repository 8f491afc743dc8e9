package dev.rollcall.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import dev.rollcall.report.RunView.ApprovalView;
import dev.rollcall.report.RunView.HeldView;
import dev.rollcall.report.RunView.SideView;

/**
 * Says in words what a person has to decide: whether a held plan is right, and whether a
 * source is whole; and what was decided.
 */
final class HeldText {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final Words words;

	private final ZoneId zone;

	private final PrintWriter out;

	HeldText(Words words, ZoneId zone, PrintWriter out) {
		this.words = words;
		this.zone = zone;
		this.out = out;
	}

	/** Which limits a plan passes, and what to do about it. */
	void held(RunView view) {
		HeldView held = view.held();
		if (held == null) {
			return;
		}
		if (held.approve() == null) {
			passed(held);
			return;
		}
		held.limits().forEach((limit) -> line("report.held", limit.reason()));
		if (!held.samples().isEmpty()) {
			line("report.held-samples");
			ChangeText text = new ChangeText(this.words);
			held.samples().forEach((change) -> this.out.println(text.sample(change)));
		}
		if (view.problem() == null) {
			wayOut(view.run(), held);
		}
		this.out.flush();
	}

	/** By what it is proved that a side is whole, or how it can be taken for that. */
	void proof(SideView side) {
		side.proof()
			.stream()
			.reduce((first, second) -> this.words.of("report.list", first, second))
			.ifPresent((proof) -> indented("report.proved", proof));
		ApprovalView approval = side.approval();
		if (approval != null) {
			indented("report.taken-for-whole", approval.person(), time(approval.approvedAt()), approval.reason());
		}
		else if (side.wayOut() != null) {
			indented("report.shrunk-way-out", side.wayOut());
		}
	}

	private void wayOut(long run, HeldView held) {
		ApprovalView approval = held.approval();
		if (approval == null || !approval.good()) {
			if (approval != null && approval.expiresAt() != null) {
				line("report.approval-expired", approval.person(), time(approval.expiresAt()));
			}
			line("report.held-way-out", run);
			this.out.println("  " + held.approve());
			this.out.println("  " + held.apply());
		}
		else {
			Instant until = (approval.expiresAt() != null) ? approval.expiresAt() : approval.approvedAt();
			line("report.approved", approval.person(), time(until), approval.reason(),
					Objects.requireNonNull(held.apply()));
		}
	}

	/** Of a plan that does not wait any more. */
	private void passed(HeldView held) {
		ApprovalView approval = held.approval();
		if (approval != null) {
			line("report.passed", approval.person(), time(approval.approvedAt()), approval.reason());
			held.limits().forEach((limit) -> this.out.println("  " + limit.reason()));
		}
		this.out.flush();
	}

	private String time(Instant time) {
		return time.atZone(this.zone).format(TIME);
	}

	private void line(String code, Object... arguments) {
		this.out.println(this.words.of(code, arguments));
	}

	private void indented(String code, Object... arguments) {
		this.out.println("  " + this.words.of(code, arguments));
	}

}
