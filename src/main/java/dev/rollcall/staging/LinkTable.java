package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberLinks;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * All links between two directories, packed: a million take some sixty megabytes. Once
 * both sides have been shown to it, it knows which of them still hold.
 */
public final class LinkTable implements MemberLinks {

	private final PackedTexts userids = new PackedTexts();

	private final PackedTexts refs = new PackedTexts();

	private final List<MemberKey> keys = new ArrayList<>();

	private long[] runs = new long[64];

	private final BitSet inSource = new BitSet();

	private final BitSet inTarget = new BitSet();

	LinkTable() {
	}

	void add(String userid, String ref, MemberKey by, long run) {
		int number = this.userids.size();
		if (number == this.runs.length) {
			this.runs = Arrays.copyOf(this.runs, number * 2);
		}
		this.userids.add(userid);
		this.refs.add(ref);
		this.keys.add(by);
		this.runs[number] = run;
	}

	void sort() {
		this.userids.sort();
		this.refs.sort();
	}

	public boolean isEmpty() {
		return this.userids.size() == 0;
	}

	/** The source has this member. */
	public void sourceHas(Member desired) {
		int number = numberOf(desired);
		if (number >= 0) {
			this.inSource.set(number);
		}
	}

	/** The target has this member. */
	public void targetHas(Member existing) {
		int number = this.refs.find(existing.ref());
		if (number >= 0) {
			this.inTarget.set(number);
		}
	}

	/** The refs of those whom the target has no more. */
	public Stream<String> gone() {
		return IntStream.range(0, this.refs.size())
			.filter((number) -> !this.inTarget.get(number))
			.mapToObj(this.refs::get);
	}

	@Override
	public @Nullable MemberLink of(Member desired) {
		int number = numberOf(desired);
		return isGood(number) ? new MemberLink(this.refs.get(number), this.keys.get(number), this.runs[number]) : null;
	}

	@Override
	public boolean hasTarget(Member existing) {
		return isGood(this.refs.find(existing.ref()));
	}

	@Override
	public boolean hasUserid(Member existing) {
		return existing.userid() != null && isGood(this.userids.find(Userid.key(existing.userid())));
	}

	/** By the former userid, if the source says that it has changed, else by the one. */
	private int numberOf(Member desired) {
		int former = (desired.formerUserid() != null) ? this.userids.find(Userid.key(desired.formerUserid())) : -1;
		return (former >= 0 || desired.userid() == null) ? former : this.userids.find(Userid.key(desired.userid()));
	}

	private boolean isGood(int number) {
		return number >= 0 && this.inSource.get(number) && this.inTarget.get(number);
	}

}
