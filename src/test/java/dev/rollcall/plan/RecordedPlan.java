package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** A plan as it is made, one line for each thing that is said. */
final class RecordedPlan implements PlanSink {

	private final List<Change> changes = new ArrayList<>();

	private final List<String> lines = new ArrayList<>();

	List<Change> changes() {
		return this.changes;
	}

	/** Changes as {@code + key}, decisions as {@code EQUAL 1 1}, and so on. */
	List<String> lines() {
		return this.lines;
	}

	@Override
	public void change(Phase phase, Change change, @Nullable Message withheld) {
		this.changes.add(change);
		this.lines.add(change.kind().symbol() + " " + change.key() + ((withheld != null) ? " " + withheld : ""));
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		this.lines.add(disposition + " " + desired + " " + existing);
	}

	@Override
	public void paired(Member desired, Member existing, MemberKey by, boolean equal) {
		this.lines.add("linked " + desired.userid() + " " + existing.ref() + " " + by + (equal ? " equal" : ""));
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		this.lines.add("conflict " + key + " " + reason);
	}

	@Override
	public void contradiction(Member member, Message reason) {
		this.lines.add("contradiction " + member.userid() + " " + reason);
	}

	@Override
	public void returned(String ref) {
		this.lines.add("returned " + ref);
	}

}
