package dev.rollcall.connector.wecom.read.companion;

import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Schema;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which path is which department: never a guess. */
class PathResolutionTests {

	private final NamedTree paths = new NamedTree();

	private final Votes votes = new Votes();

	private List<DepartmentIds.Item> departments = List.of();

	@Property(tries = 3000)
	void whatIsResolvedIsRightAsLongAsDepartmentsKeepTheirCores(@ForAll long seed,
			@ForAll @IntRange(max = 8) int changes, @ForAll boolean several) {
		Random random = new Random(seed);
		RandomExport export = RandomExport.of(random, several);
		export.change(random, changes);
		Resolution resolution = export.resolve();
		Assume.that(export.hasKeptItsCores());
		for (int path = 0; path < export.truth.size(); path++) {
			if (resolution.department(path) != NamedTree.NONE) {
				assertThat(resolution.department(path)).as("path %d", path).isEqualTo(export.truth.get(path));
			}
		}
	}

	@Property
	void everythingInAFreshExportIsResolvedWhereNobodyIsInTwoDepartments(@ForAll long seed) {
		RandomExport export = RandomExport.of(new Random(seed), false);
		Resolution resolution = export.resolve();
		for (int path = 0; path < export.truth.size(); path++) {
			assertThat(resolution.department(path)).isEqualTo(export.truth.get(path));
			assertThat(resolution.doubt(path)).isEqualTo(Doubt.NONE);
		}
	}

	@Property
	void noDepartmentIsMeantByTwoPaths(@ForAll long seed, @ForAll @IntRange(max = 60) int changes) {
		Random random = new Random(seed);
		RandomExport export = RandomExport.of(random, true);
		export.change(random, changes);
		Resolution resolution = export.resolve();
		assertThat(java.util.stream.IntStream.range(0, export.truth.size())
			.map(resolution::department)
			.filter((department) -> department != NamedTree.NONE)
			.boxed()
			.toList()).doesNotHaveDuplicates();
	}

	@Test
	void whoeverMovedSinceIsOutvotedByTheOthers() {
		company();
		member("研发", 2);
		member("研发", 2);
		member("研发", 3);
		member("销售", 3);
		member("销售", 3);
		assertThat(resolved()).isEqualTo("公司=1 研发=2 销售=3");
	}

	@Test
	void oneOfTwoIsNoMajority() {
		company();
		member("研发", 2);
		member("研发", 3);
		member("销售", 3);
		member("销售", 3);
		assertThat(resolved()).isEqualTo("公司=1 研发 UNCLEAR 销售=3");
	}

	@Test
	void theOnlyMemberIsEnoughWhereThereIsNoOther() {
		company();
		member("研发", 2);
		member("销售", 3);
		assertThat(resolved()).isEqualTo("公司=1 研发=2 销售=3");
	}

	@Test
	void twoDepartmentsOfTheSameMembersCannotBeTold() {
		company();
		for (int i = 0; i < 3; i++) {
			this.votes.member(new int[] { this.paths.place("研发"), this.paths.place("销售") }, new int[] { 1, 2 });
		}
		assertThat(resolved()).isEqualTo("公司 UNCLEAR 研发 SEVERAL 销售 SEVERAL");
	}

	@Test
	void whatStandsBelowAnotherOneByNowIsGivenUp() {
		path("公司", null);
		path("甲", "公司");
		path("组", "甲");
		path("乙", "公司");
		this.departments = List.of(item(1, 0), item(2, 1), item(3, 4), item(4, 1));
		for (int i = 0; i < 2; i++) {
			member("甲", 2);
			member("组", 3);
			member("乙", 4);
		}
		assertThat(resolved()).isEqualTo("公司=1 甲=2 组 MOVED 乙=4");
	}

	@Test
	void whereNobodyIsLeftNothingIsSaid() {
		company();
		assertThat(resolved()).isEqualTo("公司 NONE 研发 NONE 销售 NONE");
	}

	private void company() {
		path("公司", null);
		path("研发", "公司");
		path("销售", "公司");
		this.departments = List.of(item(1, 0), item(2, 1), item(3, 1));
	}

	private void path(String name, String parent) {
		this.paths.add(new Department(name, parent, null, Fields.of(Schema.of("name"), Map.of("name", name)), null));
	}

	private static DepartmentIds.Item item(int id, int parent) {
		return new DepartmentIds.Item(id, parent, null);
	}

	private void member(String path, int id) {
		this.votes.member(new int[] { this.paths.place(path) }, new int[] { id - 1 });
	}

	private String resolved() {
		DepartmentIdTree tree = new DepartmentIdTree(this.departments);
		Resolution resolution = PathResolution.resolve(this.paths, tree, this.votes);
		StringBuilder text = new StringBuilder();
		for (int path = 0; path < this.paths.size(); path++) {
			int department = resolution.department(path);
			text.append(' ')
				.append(this.paths.name(path))
				.append((department != NamedTree.NONE) ? "=" + tree.id(department) : " " + resolution.doubt(path));
		}
		return text.substring(1);
	}

}
