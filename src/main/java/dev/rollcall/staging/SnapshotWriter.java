package dev.rollcall.staging;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the chunks of one snapshot. Each chunk becomes a segment that is sorted in
 * itself; sorting the whole is left to whoever reads it.
 */
public final class SnapshotWriter {

	private static final String UPDATE = """
			UPDATE snapshot SET departments = ?, members = ?, renamed = ?, rejected = ?, warnings = ?, value_counts = ?, gaps = ?
			WHERE run_id = ? AND side = ?""";

	private final JdbcTemplate jdbc;

	private final long run;

	private final Side side;

	private final Function<Member, String> key;

	private final DepartmentNumbers numbers;

	private final SegmentWriter segments;

	private final FindingStore findings;

	private final long[] valueCounts;

	private final Set<Message> gaps;

	private long members;

	private long renamed;

	private long rejected;

	private long warnings;

	SnapshotWriter(JdbcTemplate jdbc, long run, Side side, MemberKey key, Snapshot begun, DepartmentNumbers numbers) {
		this.jdbc = jdbc;
		this.run = run;
		this.side = side;
		this.key = (side == Side.SOURCE) ? key::of : key::ofExisting;
		this.numbers = numbers;
		this.segments = new SegmentWriter(jdbc, run, side.name(),
				new SegmentEncoder(begun.departmentSchema(), begun.memberSchema(), numbers));
		this.findings = new FindingStore(jdbc);
		this.valueCounts = begun.valueCounts().stream().mapToLong(Long::longValue).toArray();
		this.gaps = new LinkedHashSet<>(begun.gaps());
		this.members = begun.members();
		this.renamed = begun.renamed();
		this.rejected = begun.rejected();
		this.warnings = begun.warnings();
	}

	/** Writes one chunk in the caller's transaction. */
	public void write(List<Department> departments, List<Member> members, List<Finding> found, List<Message> gaps) {
		this.segments.departments(departments);
		this.segments.members(SegmentEncoder.sorted(members, this.key));
		for (Member member : members) {
			member.fields().countValues(this.valueCounts);
			this.renamed += (member.formerUserid() != null) ? 1 : 0;
		}
		writeFindings(found);
		this.gaps.addAll(gaps);
		this.members += members.size();
		this.jdbc.update(UPDATE, this.numbers.refs().size(), this.members, this.renamed, this.rejected, this.warnings,
				SnapshotStore.ofCounts(this.valueCounts), StoredMessage.ofAll(List.copyOf(this.gaps)), this.run,
				this.side.name());
	}

	private void writeFindings(List<Finding> found) {
		for (Finding finding : found) {
			if (finding.rejects()) {
				this.rejected++;
			}
			else {
				this.warnings++;
			}
		}
		this.findings.add(this.run, FindingStore.Step.STAGE, found);
	}

}
