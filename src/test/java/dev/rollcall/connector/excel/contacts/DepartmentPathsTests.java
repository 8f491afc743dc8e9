package dev.rollcall.connector.excel.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentPathsTests {

	@Test
	void takesSeveralDepartmentsApartAtSemicolonsOfEitherWidth() {
		assertThat(new DepartmentPaths("公司/研发；公司/测试;公司").paths()).containsExactly("公司/研发", "公司/测试", "公司");
	}

	@Test
	void trimsNamesAndIgnoresSemicolonsWithNothingBetween() {
		assertThat(new DepartmentPaths("；公司 / 研发\u3000/ 一组 ;; ").paths()).containsExactly("公司/研发/一组");
	}

	@Test
	void countsADepartmentOnceThatIsListedTwice() {
		assertThat(new DepartmentPaths("公司/研发；公司 / 研发；公司/测试").paths()).containsExactly("公司/研发", "公司/测试");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/公司", "公司/", "公司//研发", "公司/研发；公司/ /一组", "/" })
	void refusesPathsWithANameMissing(String text) {
		refused(text, ExcelMessage.DEPARTMENTS_SEGMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "公司/a:b", "公司/a*", "公司/\"x\"", "公司/a\\b", "公司/a?", "<公司>", "公司/a|b" })
	void refusesCharactersThatNoNameMayHold(String text) {
		refused(text, ExcelMessage.DEPARTMENTS_CHARACTER);
	}

	@Test
	void countsCharactersAsWecomDoes() {
		assertThat(new DepartmentPaths("公司/" + "𠮷".repeat(64)).problem()).isNull();
		refused("公司/" + "部".repeat(65), ExcelMessage.DEPARTMENTS_LONG);
	}

	@Test
	void allowsFifteenLevels() {
		assertThat(new DepartmentPaths("a" + "/a".repeat(14)).problem()).isNull();
		refused("a" + "/a".repeat(15), ExcelMessage.DEPARTMENTS_DEEP);
	}

	@Test
	void refusesNothingAndTooMuch() {
		refused(" ；; ", ExcelMessage.DEPARTMENTS_EMPTY);
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 101; i++) {
			many.append("公司/").append(i).append('；');
		}
		refused(many.toString(), ExcelMessage.DEPARTMENTS_MANY);
	}

	@Test
	void handsDepartmentsOverAgainRatherThanFillTheMemory() {
		Departments departments = new Departments(3);
		Departments.Belonging deep = new Departments.Belonging(null,
				new Placements(List.of(Placement.in("a/b/c")), "a/b/c"));
		Departments.Belonging other = new Departments.Belonging(null, new Placements(List.of(Placement.in("x")), "x"));
		assertThat(handedOver(departments, deep)).containsExactly("a", "a/b", "a/b/c");
		assertThat(handedOver(departments, deep)).isEmpty();
		assertThat(handedOver(departments, other)).containsExactly("x");
		assertThat(handedOver(departments, deep)).startsWith("a", "a/b");
		assertThat(handedOver(departments, deep)).hasSizeLessThan(3);
	}

	private static List<String> handedOver(Departments departments, Departments.Belonging belonging) {
		List<Department> list = new ArrayList<>();
		departments.handOver(belonging, new Origin(0, 1), list);
		return list.stream().map(Department::ref).toList();
	}

	private static void refused(String text, ExcelMessage why) {
		assertThat(Objects.requireNonNull(new DepartmentPaths(text).problem()).code()).isEqualTo(why.code());
	}

}
