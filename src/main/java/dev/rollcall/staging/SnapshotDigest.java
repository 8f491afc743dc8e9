package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;

/**
 * The digest that a snapshot of a target would have, without keeping it: the same entries
 * in the same chunks give the same digest.
 */
public final class SnapshotDigest {

	private final SegmentEncoder encoder;

	private final MemberKey key;

	private final List<String> departments = new ArrayList<>();

	private final List<String> members = new ArrayList<>();

	public SnapshotDigest(Schema departmentSchema, Schema memberSchema, MemberKey key) {
		this.encoder = new SegmentEncoder(departmentSchema, memberSchema, new DepartmentNumbers());
		this.key = key;
	}

	/** Takes one chunk. */
	public void add(List<Department> departments, List<Member> members) {
		if (this.encoder.departments(departments) > 0) {
			this.departments.add(segment());
		}
		if (!members.isEmpty()) {
			this.encoder.members(SegmentEncoder.sorted(members, this.key::ofExisting));
			this.members.add(segment());
		}
	}

	/** The digest of everything that was added. */
	public String digest() {
		List<String> all = new ArrayList<>(this.departments);
		all.addAll(this.members);
		return of(all);
	}

	/** The digest of a snapshot by those of its segments, departments first. */
	static String of(List<String> segments) {
		return Digests.of(String.join("\n", segments));
	}

	private String segment() {
		return Digests.of(this.encoder.raw().array(), this.encoder.raw().size());
	}

}
