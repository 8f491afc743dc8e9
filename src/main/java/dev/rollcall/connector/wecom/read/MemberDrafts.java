package dev.rollcall.connector.wecom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.connector.wecom.read.companion.Companion;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Puts members together: who and where from the id lists, the rest from what is shown.
 */
final class MemberDrafts {

	private final Company company;

	private final Schema schema;

	private final FieldsBuilder fields;

	private final Set<String> shown;

	private final @Nullable Companion companion;

	/** Fields that came up only after the schema had been made. */
	private final Set<String> late = new TreeSet<>();

	MemberDrafts(Company company, Schema schema, Set<String> shown, @Nullable Companion companion) {
		this.company = company;
		this.schema = schema;
		this.fields = new FieldsBuilder(schema);
		this.shown = shown;
		this.companion = companion;
	}

	/**
	 * A member.
	 * @param place its place in the id lists
	 * @param detail what WeCom shows of it, null when nothing
	 */
	Member member(int place, @Nullable MemberDetail detail) {
		String userid = this.company.lists().userid(place);
		Fields told = (this.companion != null) ? this.companion.fields(userid) : null;
		if (told != null) {
			copy(told);
		}
		if (detail != null) {
			set(MemberFields.of(detail, this.shown));
		}
		return new Member(Userid.key(userid), userid, null, this.fields.build(), placements(place, detail), null);
	}

	private void copy(Fields told) {
		Schema from = told.schema();
		for (int i = 0; i < from.size(); i++) {
			boolean believed = !Objects.requireNonNull(this.companion).isSilent(from.name(i));
			if (believed && this.schema.has(from.name(i))) {
				this.fields.copy(this.schema.position(from.name(i)), told, i);
			}
		}
	}

	private void set(Map<String, String> known) {
		known.forEach((name, value) -> {
			if (this.schema.has(name)) {
				this.fields.set(this.schema.position(name), value);
			}
			else if (!MemberFields.ALL.contains(name)) {
				this.late.add(name);
			}
		});
	}

	/** Null when a department is not in the tree: then it is not known where it is. */
	private @Nullable Placements placements(int place, @Nullable MemberDetail detail) {
		int[] ids = this.company.lists().departments(place);
		List<Placement> placements = new ArrayList<>(ids.length);
		boolean main = false;
		for (int id : ids) {
			if (this.company.tree().place(id) == DepartmentIdTree.NONE) {
				return null;
			}
			int at = (detail != null && detail.departments() != null) ? detail.departments().indexOf((long) id) : -1;
			Long order = (detail != null) ? at(detail.orders(), at) : null;
			Integer leads = (detail != null) ? at(detail.leads(), at) : null;
			placements.add(new Placement(Integer.toString(id), order, (leads != null) ? leads != 0 : null));
			main |= detail != null && Objects.equals(detail.mainDepartment(), (long) id);
		}
		Long shownMain = (main && detail != null) ? detail.mainDepartment() : null;
		String only = (ids.length == 1) ? Integer.toString(ids[0]) : null;
		return new Placements(placements, (shownMain != null) ? shownMain.toString() : only);
	}

	private static <T> @Nullable T at(@Nullable List<T> list, int at) {
		return (list != null && at >= 0 && at < list.size()) ? list.get(at) : null;
	}

	/** The names of fields that came up too late, once. */
	Set<String> takeLate() {
		Set<String> taken = new TreeSet<>(this.late);
		this.late.clear();
		return taken;
	}

}
