package dev.rollcall.connector.tencentcam.rules;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Which department a key of a job file means. */
class DepartmentKeysTests {

	@ParameterizedTest
	@CsvSource({ "示例科技,top", "/示例科技,top", "1,top", "研发部,dev", " 研发部 ,dev", "2,dev", "示例科技/研发部,dev", "/示例科技/研发部,dev",
			"示例科技/研发部/后端,back", "研发部/后端,back", "21,back", "销售部/后端,sales-back", "31,sales-back", "前端,front", "华东,east" })
	void isFoundByPathIdOrName(String key, String ref) {
		assertThat(new DepartmentKeys(Company.tree()).find("groups", key).ref()).isEqualTo(ref);
	}

	@ParameterizedTest
	@CsvSource({ "研发,示例科技/研发部 (2)", "研发部门,示例科技/研发部 (2)", "示例科技/研友部,示例科技/研发部 (2)",
			"后瑞,'示例科技/研发部/后端 (21), 示例科技/销售部/后端 (31)'", "/研发部,示例科技/研发部 (2)", "技/研发部,示例科技/研发部 (2)",
			"99,'示例科技 (1), 示例科技/研发部 (2), 示例科技/销售部 (3), …'", "'','示例科技 (1), 示例科技/研发部 (2), 示例科技/销售部 (3), …'" })
	void thatIsNotThereIsToldWithWhatMayHaveBeenMeant(String key, String near) {
		assertThat(fault(Company.tree(), key)).isEqualTo(Message.of("tencentcam.department.none", "groups", key, near));
	}

	@Test
	void thatSeveralHaveIsToldWithThemAll() {
		assertThat(fault(Company.tree(), "后端")).isEqualTo(
				Message.of("tencentcam.department.several", "groups", "后端", 2, "示例科技/研发部/后端 (21), 示例科技/销售部/后端 (31)"));
	}

	@Test
	void isNotTakenForAnotherWhoseIdItIs() {
		DepartmentTree tree = new DepartmentTree(
				List.of(Company.department("a", null, "7", "1"), Company.department("b", "a", "x", "7")));
		assertThat(fault(tree, "7").code()).isEqualTo("tencentcam.department.several");
		assertThat(new DepartmentKeys(tree).find("groups", "/7").ref()).isEqualTo("a");
		assertThat(new DepartmentKeys(tree).find("groups", "7/x").ref()).isEqualTo("b");
	}

	@Test
	void aWholePathGoesBeforeOneBelowTheTop() {
		DepartmentTree tree = new DepartmentTree(List.of(Company.department("a", null, "A", null),
				Company.department("ab", "a", "B", null), Company.department("x", null, "X", null),
				Company.department("xa", "x", "A", null), Company.department("xab", "xa", "B", null)));
		assertThat(new DepartmentKeys(tree).find("groups", "A/B").ref()).isEqualTo("ab");
	}

	@Test
	void mayHaveASlashInItsName() {
		DepartmentTree tree = new DepartmentTree(List.of(Company.department("top", null, "示例科技", "1"),
				Company.department("dev", "top", "研发", "2"), Company.department("qa", "dev", "测试/质量", "3")));
		assertThat(new DepartmentKeys(tree).find("groups", "测试/质量").ref()).isEqualTo("qa");
		assertThat(new DepartmentKeys(tree).find("groups", "示例科技/研发/测试/质量").ref()).isEqualTo("qa");
		assertThat(fault(tree, "质量").code()).isEqualTo("tencentcam.department.none");
	}

	@Test
	void isFoundByTheNameThatAnotherSideHasTold() {
		DepartmentTree tree = Company.nameless();
		tree.call(Map.of("1", "示例科技", "2", "研发部"));
		assertThat(new DepartmentKeys(tree).find("groups", "研发部").ref()).isEqualTo("2");
		assertThat(new DepartmentKeys(tree).find("groups", "示例科技/研发部").ref()).isEqualTo("2");
	}

	@Test
	void isFoundByIdWhereNamesAreHidden() {
		assertThat(new DepartmentKeys(Company.nameless()).find("groups", "2").ref()).isEqualTo("2");
		assertThat(fault(Company.nameless(), "研发部").arguments().get(2)).contains("(1)", "(2)", "(3)");
		assertThat(fault(new DepartmentTree(List.of()), "研发部").code()).isEqualTo("tencentcam.department.none");
	}

	private static Message fault(DepartmentTree tree, String key) {
		SettingsException refusal = catchThrowableOfType(SettingsException.class,
				() -> new DepartmentKeys(tree).find("groups", key));
		assertThat(refusal).isNotNull();
		return refusal.text();
	}

}
