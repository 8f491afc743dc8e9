package dev.rollcall.staging;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

import dev.rollcall.compare.KeyedMember;
import org.jspecify.annotations.Nullable;

/**
 * The members of all segments of a snapshot in the order of their keys. A segment is
 * opened when its first key is due, so that a snapshot that was read in key order has one
 * open at a time, and any other one as many as it has.
 */
public final class MergedMembers implements Iterator<KeyedMember> {

	private final MemberCodec codec;

	private final ArrayDeque<Run> waiting = new ArrayDeque<>();

	private final PriorityQueue<Run> open = new PriorityQueue<>();

	private @Nullable Run current;

	MergedMembers(List<SegmentCursor> segments, MemberCodec codec) {
		this.codec = codec;
		int[] number = { 0 };
		segments.stream()
			.map((segment) -> new Run(segment, number[0]++))
			.sorted(Comparator.comparing(Run::key).thenComparingInt(Run::number))
			.forEach(this.waiting::add);
		settle();
	}

	@Override
	public boolean hasNext() {
		return this.current != null;
	}

	@Override
	public KeyedMember next() {
		Run run = this.current;
		if (run == null) {
			throw new NoSuchElementException();
		}
		KeyedMember member = run.take();
		settle();
		return member;
	}

	/** Makes the run with the smallest key the current one. */
	private void settle() {
		Run run = this.current;
		if (run != null && run.isAtEnd()) {
			run = null;
		}
		if (run == null) {
			run = this.open.poll();
		}
		else if (!this.open.isEmpty() && this.open.element().compareTo(run) < 0) {
			Run smaller = this.open.poll();
			this.open.add(run);
			run = smaller;
		}
		while (!this.waiting.isEmpty() && (run == null || this.waiting.element().key().compareTo(run.key()) <= 0)) {
			Run opened = this.waiting.remove();
			opened.open();
			Run smaller = (run == null || opened.compareTo(run) < 0) ? opened : run;
			if (run != null) {
				this.open.add(smaller.equals(run) ? opened : run);
			}
			run = smaller;
		}
		this.current = run;
	}

	/** One segment: sorted in itself. */
	private final class Run implements Comparable<Run> {

		private final SegmentCursor segment;

		private final int number;

		private String key;

		private @Nullable KeyedMember head;

		private @Nullable ByteSource block;

		Run(SegmentCursor segment, int number) {
			this.segment = segment;
			this.number = number;
			this.key = segment.firstKey();
		}

		String key() {
			return this.key;
		}

		int number() {
			return this.number;
		}

		boolean isAtEnd() {
			return this.head == null;
		}

		void open() {
			this.block = this.segment.nextBlock();
			advance();
		}

		KeyedMember take() {
			KeyedMember taken = this.head;
			if (taken == null) {
				throw new NoSuchElementException();
			}
			advance();
			return taken;
		}

		private void advance() {
			if (this.block != null && !this.block.hasMore()) {
				this.block = this.segment.nextBlock();
			}
			if (this.block == null) {
				this.head = null;
				return;
			}
			this.key = this.block.textOrEmpty();
			this.head = new KeyedMember(this.key, MergedMembers.this.codec.read(this.block));
		}

		@Override
		public int compareTo(Run other) {
			int order = this.key.compareTo(other.key);
			if (order == 0 && this.head != null && other.head != null) {
				order = this.head.member().ref().compareTo(other.head.member().ref());
			}
			return (order != 0) ? order : Integer.compare(this.number, other.number);
		}

	}

}
