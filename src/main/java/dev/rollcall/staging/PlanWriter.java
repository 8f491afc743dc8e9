package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.PlanSink;
import dev.rollcall.plan.UniqueOrder;
import dev.rollcall.plan.UniqueValues;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the plan of one run, in one transaction of the caller's: either all of it is
 * there, or nothing.
 */
public final class PlanWriter implements PlanSink {

	private final JdbcTemplate jdbc;

	private final long run;

	private final Schema departmentSchema;

	private final Schema memberSchema;

	private final DepartmentNumbers numbers = new DepartmentNumbers();

	private final UniqueValues unique;

	private final PlanTally tally = new PlanTally();

	private final Map<Phase, PlanSegmentWriter> phases = new EnumMap<>(Phase.class);

	private final List<Finding> contradictions = new ArrayList<>();

	private final PlannedLinks links;

	private long conflicts;

	PlanWriter(JdbcTemplate jdbc, long run, Schema departmentSchema, Schema memberSchema, List<String> unique) {
		this.jdbc = jdbc;
		this.run = run;
		this.departmentSchema = departmentSchema;
		this.memberSchema = memberSchema;
		this.unique = new UniqueValues(unique);
		this.links = new PlannedLinks(jdbc, run);
		ChangeCodec codec = new ChangeCodec(departmentSchema, memberSchema, this.numbers);
		for (Phase phase : Phase.values()) {
			this.phases.put(phase, new PlanSegmentWriter(jdbc, run, phase, codec));
		}
	}

	@Override
	public void change(Phase phase, Change change, @Nullable Message withheld) {
		segments(phase).add(change, withheld);
		this.tally.change(change, withheld != null, 1);
		if (change.entry() == EntryKind.MEMBER && withheld == null) {
			this.unique.noteFreed(change);
		}
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		this.tally.decided(kind, disposition, desired, existing);
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		this.jdbc.update("INSERT INTO plan_conflict (run_id, seq, entry, entry_key, reason) VALUES (?, ?, ?, ?, ?)",
				this.run, this.conflicts++, kind.name(), key, StoredMessage.of(reason));
	}

	@Override
	public void paired(Member desired, Member existing, MemberKey by, boolean equal) {
		this.links.add(desired, existing, by, equal);
	}

	@Override
	public void contradiction(Member member, Message reason) {
		Origin origin = (member.origin() != null) ? member.origin() : new Origin(0, 0);
		String userid = (member.userid() != null) ? member.userid() : "";
		this.contradictions.add(new Finding(Finding.Severity.REJECTED, origin, "", userid, reason, userid));
	}

	@Override
	public void returned(String ref) {
		this.jdbc.update("INSERT INTO plan_returned (run_id, member_ref) VALUES (?, ?)", this.run, ref);
	}

	/**
	 * Ends the plan.
	 * @param paths for each department that a change can name the path to show
	 */
	public Plan seal(Map<String, String> paths) {
		this.phases.values().forEach(PlanSegmentWriter::flush);
		this.links.flush();
		releaseUniqueValues();
		new FindingStore(this.jdbc).add(this.run, FindingStore.Step.PLAN, this.contradictions);
		this.tally.write(this.jdbc, this.run);
		StringBuilder digests = new StringBuilder();
		this.phases.values().forEach((phase) -> phase.appendDigests(digests));
		ByteSink departments = new ByteSink();
		for (String department : this.numbers.refs()) {
			departments.text(department).text(paths.getOrDefault(department, department));
		}
		String digest = Digests.of(digests.toString());
		this.jdbc.update("""
				INSERT INTO plan (run_id, digest, department_schema, member_schema, departments)
				VALUES (?, ?, ?, ?, ?)""", this.run, digest, StoredMessage.ofNames(this.departmentSchema.names()),
				StoredMessage.ofNames(this.memberSchema.names()), departments.toArray());
		return new Plan(this.run, digest, this.departmentSchema, this.memberSchema, this.numbers.refs(), paths);
	}

	/** Puts changes between which a unique value goes over into a phase of their own. */
	private void releaseUniqueValues() {
		if (!this.unique.isAnyFreed()) {
			return;
		}
		segments(Phase.MEMBER_UPSERT).forEach((segment, position, change) -> this.unique.noteTaken(change));
		if (!this.unique.isAnyContended()) {
			return;
		}
		List<Change> involved = new ArrayList<>();
		for (Phase phase : List.of(Phase.MEMBER_UPSERT, Phase.MEMBER_DELETE)) {
			segments(phase).forEach((segment, position, change) -> {
				if (this.unique.isInvolved(change)) {
					involved.add(change);
					this.tally.change(change, false, -1);
					segments(phase).markElsewhere(segment, position);
				}
			});
		}
		PlanSegmentWriter release = segments(Phase.MEMBER_RELEASE);
		new UniqueOrder(this.unique, involved).ordered().forEach((change) -> {
			release.add(change, null);
			this.tally.change(change, false, 1);
		});
		release.flush();
	}

	private PlanSegmentWriter segments(Phase phase) {
		PlanSegmentWriter writer = this.phases.get(phase);
		if (writer == null) {
			throw new IllegalStateException("no writer for " + phase);
		}
		return writer;
	}

}
