package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Phase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the changes of single entries in the plans of all runs. Of the segments of a plan
 * only those are unpacked between whose keys the entry can be.
 */
public final class ChangeHistory {

	private static final String SEGMENTS = """
			SELECT run_id, phase, seq, first_key, last_key FROM plan_segment ORDER BY run_id, phase, seq""";

	private final JdbcTemplate jdbc;

	private final PlanStore plans;

	/**
	 * A change of the past.
	 *
	 * @param plan the plan that it stands in
	 * @param change the change, with its place and state
	 */
	public record Past(Plan plan, PlannedChange change) {

	}

	/** Between which keys the changes of a segment are. */
	private record Keys(Phase phase, String first, String last) {

		boolean canHold(Set<String> keys) {
			return keys.stream().anyMatch((key) -> KeyRange.canHold(this.first, this.last, key));
		}

	}

	public ChangeHistory(JdbcTemplate jdbc, PlanStore plans) {
		this.jdbc = jdbc;
		this.plans = plans;
	}

	/** All changes of members who have one of these userids, had it, or get it. */
	public List<Past> ofMembers(Set<String> userids) {
		Set<String> keys = userids.stream().map(Userid::key).collect(Collectors.toUnmodifiableSet());
		List<Past> found = new ArrayList<>();
		read((segment) -> isOfMembers(segment.phase()) && segment.canHold(keys), (past) -> {
			Change change = past.change().change();
			if (keys.contains(Userid.key(change.key())) || isAmong(keys, change.before())
					|| isAmong(keys, change.after())) {
				found.add(past);
			}
		});
		return found;
	}

	/** Shows all changes of departments: their paths change without their being named. */
	public void ofDepartments(Consumer<Past> visitor) {
		read((segment) -> !isOfMembers(segment.phase()), visitor);
	}

	private void read(Predicate<Keys> wanted, Consumer<Past> visitor) {
		Map<Long, List<PlanReader.Segment>> segments = new LinkedHashMap<>();
		this.jdbc.query(SEGMENTS, (row) -> {
			Phase phase = Phase.of(row.getInt(2));
			if (wanted.test(new Keys(phase, row.getString(4), row.getString(5)))) {
				segments.computeIfAbsent(row.getLong(1), (any) -> new ArrayList<>())
					.add(new PlanReader.Segment(phase, row.getInt(3), 0));
			}
		});
		segments.forEach((run, ofRun) -> {
			Plan plan = this.plans.find(run);
			if (plan != null) {
				this.plans.read(plan, ofRun, (state) -> state != ChangeState.ELSEWHERE)
					.forEachRemaining((change) -> visitor.accept(new Past(plan, change)));
			}
		});
	}

	private static boolean isOfMembers(Phase phase) {
		return switch (phase) {
			case DEPARTMENT_UPSERT, DEPARTMENT_DELETE -> false;
			case MEMBER_RELEASE, MEMBER_UPSERT, MEMBER_DELETE -> true;
		};
	}

	private static boolean isAmong(Set<String> keys, @Nullable Entry entry) {
		return entry instanceof Member member && member.userid() != null && keys.contains(Userid.key(member.userid()));
	}

}
