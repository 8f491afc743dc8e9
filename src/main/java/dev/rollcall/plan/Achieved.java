package dev.rollcall.plan;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a change whose answer was lost has been carried out: whether the entry is
 * now as the change wanted it, in everything that the change knows.
 */
public final class Achieved {

	private Achieved() {
	}

	/**
	 * Compares what a change wanted with what is there.
	 * @param now the entry as the target holds it, null when there is none
	 * @param names turns a planned department's name into that of the existing one that
	 * it has become
	 */
	public static boolean by(Change change, @Nullable Entry now, UnaryOperator<String> names) {
		Entry wanted = change.after();
		if (wanted == null || now == null) {
			return wanted == null && now == null;
		}
		for (Map.Entry<String, String> field : wanted.fields().known().entrySet()) {
			String value = now.fields().value(field.getKey());
			if (!field.getValue().equals(value) && !isHidden(change, value)) {
				return false;
			}
		}
		if (wanted instanceof Department department && now instanceof Department held) {
			return idAchieved(change, department, held) && parentAchieved(change, department, held, names);
		}
		return wanted instanceof Member member && now instanceof Member held
				&& useridAchieved(change, member.userid(), held.userid()) && achieved(member, held, names);
	}

	/**
	 * Whether nothing can be told from a value. An update that is sent again does no
	 * harm; a creation would be refused, although it was carried out.
	 */
	private static boolean isHidden(Change change, @Nullable String value) {
		return value == null && change.kind() == ChangeKind.CREATE;
	}

	private static boolean idAchieved(Change change, Department wanted, Department now) {
		// An empty id is none.
		return wanted.id() == null || wanted.id().equals((now.id() != null) ? now.id() : "")
				|| isHidden(change, now.id());
	}

	private static boolean useridAchieved(Change change, @Nullable String wanted, @Nullable String now) {
		// Likewise.
		return wanted == null || Userid.key(wanted).equals((now != null) ? Userid.key(now) : "")
				|| isHidden(change, now);
	}

	private static boolean parentAchieved(Change change, Department wanted, Department now,
			UnaryOperator<String> names) {
		if (change.kind() == ChangeKind.UPDATE) {
			return true;
		}
		String parent = (wanted.parent() != null) ? names.apply(wanted.parent()) : null;
		return Objects.equals(parent, now.parent());
	}

	private static boolean achieved(Member wanted, Member now, UnaryOperator<String> names) {
		return wanted.placements() == null || now.placements() == null
				|| isSame(wanted.placements().map(names), now.placements());
	}

	/** Whether both say the same, as far as both know. */
	static boolean isSame(Placements places, Placements held) {
		return places.list().size() == held.list().size()
				&& places.list().stream().allMatch((placement) -> isSame(placement, held.in(placement.department())))
				&& (places.main() == null || held.main() == null || places.main().equals(held.main()));
	}

	private static boolean isSame(Placement wanted, @Nullable Placement held) {
		return held != null && (wanted.order() == null || held.order() == null || wanted.order().equals(held.order()))
				&& (wanted.leader() == null || held.leader() == null || wanted.leader().equals(held.leader()));
	}

}
