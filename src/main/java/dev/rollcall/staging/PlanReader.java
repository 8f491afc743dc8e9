package dev.rollcall.staging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.rollcall.plan.Change;
import dev.rollcall.plan.Phase;
import org.jspecify.annotations.Nullable;

/** Reads the changes of a plan in their order, a segment at a time. */
public final class PlanReader implements Iterator<PlannedChange> {

	private final ChangeCodec codec;

	private final Iterator<Segment> segments;

	private final Predicate<ChangeState> wanted;

	private final Function<Segment, @Nullable Content> contents;

	private @Nullable Segment segment;

	private List<ChangeState> states = List.of();

	private @Nullable ByteSource changes;

	private int position;

	private @Nullable PlannedChange next;

	/**
	 * Where a piece of a plan stands, and how many of its changes are to be carried out.
	 */
	record Segment(Phase phase, int seq, int open) {

	}

	/** The states of its changes, and the changes themselves. */
	record Content(List<ChangeState> states, ByteSource changes) {

	}

	PlanReader(ChangeCodec codec, List<Segment> segments, Predicate<ChangeState> wanted,
			Function<Segment, @Nullable Content> contents) {
		this.codec = codec;
		this.segments = segments.iterator();
		this.wanted = wanted;
		this.contents = contents;
		this.next = advance();
	}

	@Override
	public boolean hasNext() {
		return this.next != null;
	}

	/** The change that comes next, without taking it. */
	public @Nullable PlannedChange peek() {
		return this.next;
	}

	@Override
	public PlannedChange next() {
		PlannedChange change = this.next;
		if (change == null) {
			throw new NoSuchElementException();
		}
		this.next = advance();
		return change;
	}

	private @Nullable PlannedChange advance() {
		while (true) {
			Segment current = this.segment;
			if (current == null || this.changes == null || this.position == this.states.size()) {
				if (!this.segments.hasNext()) {
					return null;
				}
				open(this.segments.next());
				continue;
			}
			int index = this.position++;
			Change change = this.codec.read(this.changes);
			ChangeState state = this.states.get(index);
			if (this.wanted.test(state)) {
				return new PlannedChange(current.phase(), current.seq(), index, change, state);
			}
		}
	}

	private void open(Segment opened) {
		Content content = this.contents.apply(opened);
		if (content == null) {
			throw new IllegalStateException("plan segment is gone: " + opened);
		}
		this.segment = opened;
		this.states = content.states();
		this.changes = content.changes();
		this.position = 0;
	}

}
