package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes of departments come when they are possible, and not otherwise. */
class DepartmentOrderTests {

	private static final Schema SCHEMA = Schema.of("name");

	@Test
	void aParentIsThereBeforeItsChildren() {
		DepartmentOrder order = order(List.of(department("1", null, "公司")));
		assertThat(names(order.order(List.of(create("c", "+b", "组"), create("b", "+a", "部"), create("a", "=1", "中心")))))
			.containsExactly("+ +a 中心", "+ +b 部", "+ +c 组");
	}

	@Test
	void twoThatChangePlacesUpsideDownAreTakenApartFirst() {
		DepartmentOrder order = order(
				List.of(department("1", null, "公司"), department("2", "1", "上"), department("3", "2", "下")));
		assertThat(names(order.order(List.of(move("2", "=3", "上"), move("3", "=1", "下"))))).containsExactly("> =3 下",
				"> =2 上");
	}

	@Test
	void aNameIsGivenUpBeforeItIsTaken() {
		DepartmentOrder order = order(
				List.of(department("1", null, "公司"), department("2", "1", "甲"), department("3", "1", "乙")));
		assertThat(names(order.order(List.of(rename("2", "乙"), rename("3", "丙"))))).containsExactly("~ =3 丙", "~ =2 乙");
	}

	@Test
	void aNameThatIsParkedStaysWithinWhatTheTargetTakes() {
		String longest = "长".repeat(DepartmentName.MAX_LENGTH);
		DepartmentOrder order = order(List.of(department("1", null, "公司"), department("2", "1", longest),
				department("3", "1", "短"), department("4", "1", "长".repeat(62) + "~1")));
		List<Change> ordered = order.order(List.of(rename("2", "短"), rename("3", longest)));
		assertThat(ordered).hasSize(3);
		assertThat(((Department) ordered.get(0).after()).name()).isEqualTo("短~1");
		assertThat(order.impossible()).isEmpty();
		DepartmentOrder other = order(List.of(department("1", null, "公司"), department("2", "1", longest),
				department("3", "1", "短"), department("4", "1", "长".repeat(62) + "~1")), "2");
		Department parked = (Department) other.order(List.of(rename("3", longest))).get(0).after();
		assertThat(parked.name()).isEqualTo("长".repeat(62) + "~2");
	}

	@Test
	void whatStaysIsNeverPushedAside() {
		DepartmentOrder order = order(
				List.of(department("1", null, "公司"), department("2", "1", "甲"), department("3", "1", "乙")));
		assertThat(order.order(List.of(rename("2", "乙")))).isEmpty();
		assertThat(order.impossible()).extracting(Change::ref).containsExactly("2");
	}

	/** Or it would keep the name that was only to make room. */
	@Test
	void aRenameThatCannotBeFinishedIsNotBegun() {
		DepartmentOrder order = order(
				List.of(department("1", null, "公司"), department("2", "1", "甲"), department("3", "1", "乙")));
		assertThat(order.order(List.of(rename("2", "乙"), create("9", "=1", "甲")))).isEmpty();
		assertThat(order.impossible()).extracting((change) -> change.after().ref()).containsExactly("2", "9");
	}

	/**
	 * Both sides count their departments from 1, so what is created may have the number
	 * of one that goes.
	 */
	@Test
	void aCreatedDepartmentIsNotTakenForADoomedOneOfTheSameNumber() {
		DepartmentOrder order = order(List.of(department("1", null, "公司"), department("2", "1", "要撤的")), "2");
		List<Change> ordered = order.order(List.of(create("2", "=1", "新"), create("3", "=1", "新")));
		assertThat(names(ordered)).containsExactly("+ +2 新");
		assertThat(order.impossible()).extracting((change) -> change.after().ref()).containsExactly("3");
	}

	@Test
	void aTargetWhoseDepartmentsGoRoundInACircleDoesNotHoldThePlanUp() {
		DepartmentOrder order = order(List.of(department("1", null, "公司"), department("2", "3", "甲"),
				department("3", "2", "乙"), department("4", "1", "丙")));
		assertThat(names(order.order(List.of(move("4", "=2", "丙"))))).containsExactly("> =4 丙");
	}

	private static DepartmentOrder order(List<Department> target, String... doomed) {
		return new DepartmentOrder(new DepartmentTree(target), Set.of(doomed));
	}

	private static List<String> names(List<Change> changes) {
		List<String> names = new ArrayList<>();
		for (Change change : changes) {
			Department after = (Department) change.after();
			names.add(change.kind().symbol() + " " + ((change.ref() != null) ? "=" : "+") + after.ref() + " "
					+ after.name());
		}
		return names;
	}

	private static Change create(String ref, String parent, String name) {
		return new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, name, null, null, department(ref, parent, name),
				Message.of("test"));
	}

	private static Change rename(String ref, String name) {
		return change(ChangeKind.UPDATE, ref, null, name);
	}

	private static Change move(String ref, String parent, String name) {
		return change(ChangeKind.MOVE, ref, parent, name);
	}

	private static Change change(ChangeKind kind, String ref, String parent, String name) {
		return new Change(kind, EntryKind.DEPARTMENT, name, ref,
				new Department(ref, null, null, Fields.unknown(SCHEMA), null), department(ref, parent, name),
				Message.of("test"));
	}

	private static Department department(String ref, String parent, String name) {
		return new Department(ref, parent, null, Fields.of(SCHEMA, Map.of("name", name)), null);
	}

}
