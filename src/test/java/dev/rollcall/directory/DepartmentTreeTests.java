package dev.rollcall.directory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Paths and places, also where a directory is not the tree it should be. */
class DepartmentTreeTests {

	@Test
	void pathsAreNamesFromTheTopDown() {
		DepartmentTree tree = tree(department("3", "2", "后端"), department("2", "1", "研发"), department("1", null, "公司"));
		assertThat(tree.path("3")).isEqualTo("公司/研发/后端");
		assertThat(tree.depth("3")).isEqualTo(2);
		assertThat(tree.path("1")).isEqualTo("公司");
		assertThat(tree.lineage("3")).extracting(Department::ref).containsExactly("3", "2", "1");
		assertThat(tree.size()).isEqualTo(3);
	}

	@Test
	void whatIsNotThereIsCalledByItsRef() {
		DepartmentTree tree = tree(department("1", null, "公司"));
		assertThat(tree.path("9")).isEqualTo("9");
		assertThat(tree.depth("9")).isZero();
		assertThat(tree.lineage("9")).isEmpty();
		assertThat(tree.find("9")).isNull();
	}

	@Test
	void parentsComeBeforeTheirChildrenWhateverTheirOrderWas() {
		DepartmentTree tree = tree(department("4", "3", "d"), department("5", "1", "a"), department("3", "1", "b"),
				department("2", null, "z"), department("1", null, "c"));
		assertThat(tree.parentsFirst()).extracting(Department::ref).containsExactly("1", "2", "5", "3", "4");
		assertThat(tree.all()).extracting(Department::ref).containsExactly("4", "5", "3", "2", "1");
	}

	@Test
	void findsThemByNameBelowAParent() {
		DepartmentTree tree = tree(department("1", null, "公司"), department("2", "1", "研发"), department("3", "1", "研发"),
				department("4", "2", "研发"));
		assertThat(tree.named("1", "研发")).extracting(Department::ref).containsExactly("2", "3");
		assertThat(tree.named(null, "公司")).extracting(Department::ref).containsExactly("1");
		assertThat(tree.named(null, "研发")).isEmpty();
		assertThat(tree.named("4", "研发")).isEmpty();
	}

	@Test
	void oneWhoseParentIsNotThereStandsAtTheTop() {
		DepartmentTree tree = tree(department("2", "missing", "研发"), department("3", "2", "后端"));
		assertThat(tree.path("3")).isEqualTo("研发/后端");
		assertThat(tree.depth("2")).isZero();
		assertThat(tree.named(null, "研发")).hasSize(1);
	}

	@Test
	void circlesEndSomewhere() {
		DepartmentTree tree = tree(department("1", "3", "a"), department("2", "1", "b"), department("3", "2", "c"),
				department("4", "3", "d"), department("5", "5", "e"));
		assertThat(tree.parentsFirst()).hasSize(5);
		assertThat(tree.lineage("4")).extracting(Department::ref).containsExactly("4", "3", "2", "1");
		assertThat(tree.path("4")).isEqualTo(tree.path("3") + "/d");
		assertThat(tree.path("5")).isEqualTo("e");
		assertThat(tree.lineage("5")).hasSize(1);
	}

	private static DepartmentTree tree(Department... departments) {
		return new DepartmentTree(List.of(departments));
	}

	private static Department department(String ref, @Nullable String parent, String name) {
		return new Department(ref, parent, null, Fields.of(Schema.of("name"), Map.of("name", name)), null);
	}

}
