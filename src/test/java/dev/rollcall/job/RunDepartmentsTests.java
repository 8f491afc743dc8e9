package dev.rollcall.job;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.plan.Phase;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What departments are called that are being created. */
class RunDepartmentsTests {

	private static final String RESEARCH = DepartmentRef.planned("research");

	private final CreatedDepartments store = new CreatedDepartments(TestDatabase.create());

	private final RunDepartments departments = new RunDepartments(1, this.store, () -> Set.of("1", "2"),
			(department, ref) -> this.store.put(1, department, ref));

	@Test
	void areKeptByRun() {
		this.departments.created(RESEARCH, "7");
		assertThat(this.store.find(1)).isEqualTo(Map.of(RESEARCH, "7"));
		assertThat(this.store.find(2)).isEmpty();
		assertThat(this.departments.settled(RESEARCH)).isEqualTo(DepartmentRef.existing("7"));
	}

	@Test
	void oneThatDidNotLastIsCalledByWhatItIsCreatedAsAgain() {
		this.departments.created(RESEARCH, "7");
		this.departments.created(RESEARCH, "8");
		assertThat(this.departments.ref(RESEARCH)).isEqualTo("8");
		assertThat(this.store.find(1)).isEqualTo(Map.of(RESEARCH, "8"));
	}

	@Test
	void nothingIsTakenForOursUnlessItHasBeenSent() {
		assertThat(this.departments.mayBeOurs(RESEARCH, "7")).isFalse();
		this.departments.doubt(List.of(sent()));
		assertThat(this.departments.mayBeOurs(RESEARCH, "7")).isTrue();
	}

	@Test
	void neitherWhatWasThereBeforeNorWhatIsAnotherOneIsTakenForOurs() {
		this.departments.doubt(List.of(sent()));
		this.departments.created(DepartmentRef.planned("sales"), "6");
		assertThat(this.departments.mayBeOurs(RESEARCH, "2")).isFalse();
		assertThat(this.departments.mayBeOurs(RESEARCH, "6")).isFalse();
		assertThat(this.departments.mayBeOurs(DepartmentRef.planned("support"), "7")).isFalse();
	}

	private static PlannedChange sent() {
		Department research = new Department("research", DepartmentRef.existing("1"), null,
				Fields.of(Schema.of("name"), Map.of("name", "研发部")), null);
		return new PlannedChange(Phase.DEPARTMENT_UPSERT, 0, 0,
				new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, "研发部", null, null, research, Message.of("test")),
				ChangeState.SENT);
	}

}
