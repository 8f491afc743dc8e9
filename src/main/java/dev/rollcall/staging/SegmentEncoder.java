package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rollcall.compare.KeyedMember;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;

/** Makes the bytes of segments: entries one after the other, cut into blocks. */
final class SegmentEncoder {

	/** Small enough for a hundred open segments, large enough to pack well. */
	private static final int BLOCK = 1 << 16;

	private final DepartmentNumbers numbers;

	private final DepartmentCodec departments;

	private final MemberCodec members;

	private final ByteSink raw = new ByteSink();

	private final List<Integer> blockEnds = new ArrayList<>();

	SegmentEncoder(Schema departmentSchema, Schema memberSchema, DepartmentNumbers numbers) {
		this.numbers = numbers;
		this.departments = new DepartmentCodec(departmentSchema);
		this.members = new MemberCodec(memberSchema, numbers);
	}

	/** The bytes of the segment encoded last. */
	ByteSink raw() {
		return this.raw;
	}

	/** Where its blocks end. */
	List<Integer> blockEnds() {
		return this.blockEnds;
	}

	/**
	 * Encodes those departments that have not come before.
	 * @return how many there are
	 */
	int departments(List<Department> all) {
		begin();
		int added = 0;
		for (Department department : all) {
			if (this.numbers.add(department.ref())) {
				this.departments.write(department, this.raw);
				added++;
				cut();
			}
		}
		end();
		return added;
	}

	/**
	 * Encodes members that are sorted by key.
	 * @throws IllegalStateException when one is in a department that has not come before:
	 * its number would later be another one's
	 */
	void members(List<KeyedMember> sorted) {
		int known = this.numbers.refs().size();
		begin();
		for (KeyedMember keyed : sorted) {
			this.raw.text(keyed.key());
			this.members.write(keyed.member(), this.raw);
			cut();
		}
		if (this.numbers.refs().size() > known) {
			throw new IllegalStateException("members are in departments that have not been read: "
					+ this.numbers.refs().subList(known, this.numbers.refs().size()));
		}
		end();
	}

	/** Members in the order of their keys. */
	static List<KeyedMember> sorted(List<Member> members, Function<Member, String> key) {
		List<KeyedMember> sorted = new ArrayList<>(members.size());
		members.forEach((member) -> sorted.add(new KeyedMember(key.apply(member), member)));
		sorted.sort(KeyedMember.ORDER);
		return sorted;
	}

	private void begin() {
		this.raw.clear();
		this.blockEnds.clear();
	}

	private void cut() {
		int start = this.blockEnds.isEmpty() ? 0 : this.blockEnds.get(this.blockEnds.size() - 1);
		if (this.raw.size() - start >= BLOCK) {
			this.blockEnds.add(this.raw.size());
		}
	}

	private void end() {
		int last = this.blockEnds.isEmpty() ? 0 : this.blockEnds.get(this.blockEnds.size() - 1);
		if (this.raw.size() > last) {
			this.blockEnds.add(this.raw.size());
		}
	}

}
