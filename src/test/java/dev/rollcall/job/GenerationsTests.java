package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What may have been created is looked up before what stands in it. */
class GenerationsTests {

	private static final Fields NOTHING = Fields.unknown(Schema.of());

	@Test
	void thoseThatNameNothingNewAreLookedUpTogether() {
		assertThat(parts(department("a", "=1"), department("b", "=1"), member("m", "=1"))).containsExactly("0 1 2");
	}

	@Test
	void eachDepthThatMayBeNewIsAPartOfItsOwn() {
		assertThat(parts(department("a", "=1"), department("b", "+a"), department("c", "+b"), department("d", "=1"),
				member("m", "+b"), member("n", "=1")))
			.containsExactly("0 3 5", "1", "2 4");
	}

	@Test
	void whatAnotherBatchWasToCreateIsWaitedForByNobody() {
		assertThat(parts(department("b", "+elsewhere"), member("m", "+elsewhere"))).containsExactly("0 1");
	}

	@Test
	void aCircleComesToAnEnd() {
		assertThat(parts(department("a", "+b"), department("b", "+a"))).containsExactly("0 1");
		assertThat(parts()).isEmpty();
	}

	private static List<String> parts(Change... changes) {
		List<String> parts = new ArrayList<>();
		Generations.forEach(List.of(changes),
				(places) -> parts.add(String.join(" ", places.stream().map(String::valueOf).toList())));
		return parts;
	}

	private static Change department(String ref, String parent) {
		return new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, ref, null, null,
				new Department(ref, parent, null, NOTHING, null), Message.of("test"));
	}

	private static Change member(String userid, String department) {
		assertThat(DepartmentRef.ref(department)).isNotEmpty();
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, userid, null, null, new Member(userid, userid, null,
				NOTHING, new Placements(List.of(Placement.in(department)), department), null), Message.of("test"));
	}

}
