package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberPasses;

/** Members that one match key has left over, to be sorted by the next. */
public final class Leftovers implements MemberPasses.Leftovers {

	/** How many are sorted in memory. */
	private static final int SEGMENT = 10_000;

	private final SegmentWriter writer;

	private final Supplier<MergedMembers> merged;

	private final List<KeyedMember> buffer = new ArrayList<>();

	Leftovers(SegmentWriter writer, Supplier<MergedMembers> merged) {
		this.writer = writer;
		this.merged = merged;
	}

	@Override
	public void add(KeyedMember member) {
		this.buffer.add(member);
		if (this.buffer.size() == SEGMENT) {
			flush();
		}
	}

	@Override
	public MergedMembers sorted() {
		flush();
		return this.merged.get();
	}

	private void flush() {
		if (!this.buffer.isEmpty()) {
			this.buffer.sort(KeyedMember.ORDER);
			this.writer.members(this.buffer);
			this.buffer.clear();
		}
	}

}
