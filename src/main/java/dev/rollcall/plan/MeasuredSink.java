package dev.rollcall.plan;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Takes a plan and lets its measure look at what is to be carried out. */
record MeasuredSink(PlanMeasure measure, PlanSink sink) implements PlanSink {

	@Override
	public void change(Phase phase, Change change, @Nullable Message withheld) {
		if (withheld == null) {
			this.measure.change(change);
		}
		this.sink.change(phase, change, withheld);
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		this.sink.decided(kind, disposition, desired, existing);
	}

	@Override
	public void decided(Disposition disposition, @Nullable Department desired, @Nullable Department existing) {
		this.sink.decided(disposition, desired, existing);
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		this.sink.conflict(kind, key, reason);
	}

	@Override
	public void paired(Member desired, Member existing, MemberKey by, boolean equal) {
		this.sink.paired(desired, existing, by, equal);
	}

	@Override
	public void contradiction(Member member, Message reason) {
		this.sink.contradiction(member, reason);
	}

	@Override
	public void returned(String ref) {
		this.sink.returned(ref);
	}

}
