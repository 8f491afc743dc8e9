package dev.rollcall.connector.excel;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldState;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placements;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** What is made of workbooks that people really have. */
class XlsxReadingTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Read read(Workbooks workbook) {
		return Read.file(file(workbook));
	}

	private Path file(Workbooks workbook) {
		return workbook.write(this.folder.resolve("contacts.xlsx"));
	}

	@Test
	void readsTheImportTemplateOf2020() {
		Read read = read(Workbooks.workbook().sheet("成员列表", (sheet) -> {
			sheet.row(Cells.str("填写须知："));
			for (int note = 1; note <= 7; note++) {
				sheet.row(Cells.str(note + "、帐号：成员的唯一标识，由1-32个字母、数字组成，姓名必填"));
			}
			sheet.row(Cells.str("姓名"), Cells.str("帐号"), Cells.str("别名"), Cells.str("职务"), Cells.str("部门"),
					Cells.str("性别"), Cells.str("手机"), Cells.str("座机"), Cells.str("个人邮箱"), Cells.str("地址"),
					Cells.str("企业简称"));
			sheet.row(Cells.str("张三（示例）"), Cells.str("sanzhang"), Cells.str("jackzhang"), Cells.str("产品经理"),
					Cells.str("腾讯公司/广州研发部"), Cells.str("男"), Cells.str("13800000000"));
			sheet.row(Cells.str("李四"), Cells.str("lisi"), null, Cells.str("工程师"), Cells.str("公司/研发部"), Cells.str("女"),
					Cells.number("13800000023"), Cells.str("020-88985632"), Cells.str("lisi@qq.com"), Cells.str("广州"),
					Cells.str("企业"));
		}));
		assertThat(read.fields()).containsExactly("name", "alias", "position", "gender", "mobile", "telephone", "email",
				"address", "external_corp_name");
		assertThat(read.userids()).containsExactly("lisi");
		assertThat(read.fields("lisi")).containsExactly(entry("name", "李四"), entry("alias", ""),
				entry("position", "工程师"), entry("gender", "female"), entry("mobile", "13800000023"),
				entry("telephone", "020-88985632"), entry("email", "lisi@qq.com"), entry("address", "广州"),
				entry("external_corp_name", "企业"));
		assertThat(read.findings()).isEmpty();
		assertThat(read.gaps()).isEmpty();
	}

	@Test
	void readsTheExportWithItsStatusColumns() {
		Read read = read(Workbooks.of(row("填写须知："), Workbooks.export(),
				row("李四", "lisi", "Lee", "工程师", "公司", "男", "13800000001", null, "li@qq.com", "广州", "li@corp.cn", "李四频道",
						"已激活", "未禁用", "已关注"),
				row("王五", "wangwu", null, null, "公司", "未知", null, null, null, null, null, null, "退出企业", "已禁用", "未关注")));
		assertThat(read.fields("lisi")).contains(entry("status", "activated"), entry("enabled", "true"),
				entry("wechat_plugin", "followed"), entry("biz_mail", "li@corp.cn"), entry("channels", "李四频道"));
		assertThat(read.fields("wangwu")).contains(entry("status", "left"), entry("enabled", "false"),
				entry("wechat_plugin", "not_followed"), entry("gender", ""));
	}

	@Test
	void findsTheHeaderWhereverItStandsAndTheColumnsInAnyOrder() {
		Read read = read(Workbooks.workbook()
			.sheet("Sheet1",
					(sheet) -> sheet.at(57)
						.row(null, null, "部门", "个人邮箱", null, "英文ID", "职位", "姓名")
						.at(90)
						.row(null, null, "公司/研发", "a@b.c", null, "lisi", "工程师", "李四")));
		assertThat(read.fields()).containsExactly("email", "position", "name");
		assertThat(read.fields("lisi")).containsExactly(entry("email", "a@b.c"), entry("position", "工程师"),
				entry("name", "李四"));
		assertThat(read.member("lisi").origin()).hasToString("Origin[part=0, row=90]");
	}

	@Test
	void doesNotLookForTheHeaderBelowRowOneHundred() {
		assertThat(read(Workbooks.workbook().sheet("a", (sheet) -> sheet.at(100).row("姓名", "帐号").row("李四", "lisi")))
			.userids()).containsExactly("lisi");
		Refused.because(ExcelMessage.NO_HEADER,
				file(Workbooks.workbook().sheet("a", (sheet) -> sheet.at(101).row("姓名", "帐号").row("李四", "lisi"))));
	}

	@Test
	void makesCustomFieldsOfUnknownColumns() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "工号", "入职日期", "评分", "在编", "备注"),
				row("李四", "lisi", "00123", Cells.styled("46053", 1), Cells.number("1.1000000000000001"),
						Cells.truth(true), " 两行\n备注 "),
				row("王五", "wangwu", Cells.number("123"), Cells.styled("46053.5", 2), Cells.number("1.2E+3"),
						Cells.truth(false))));
		assertThat(read.fields()).containsExactly("name", "工号", "入职日期", "评分", "在编", "备注");
		assertThat(read.fields("lisi")).contains(entry("工号", "00123"), entry("入职日期", "2026-01-31"), entry("评分", "1.1"),
				entry("在编", "true"), entry("备注", "两行 备注"));
		assertThat(read.fields("wangwu")).contains(entry("工号", "123"), entry("入职日期", "2026-01-31T12:00"),
				entry("评分", "1200"), entry("在编", "false"), entry("备注", ""));
	}

	@Test
	void takesTheFirstDepartmentAsTheMainOne() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "部门"), row("李四", "lisi", "公司/研发/一组；公司/测试;公司/研发/一组")));
		Placements placements = Objects.requireNonNull(read.member("lisi").placements());
		assertThat(placements.departments()).containsExactly("公司/研发/一组", "公司/测试");
		assertThat(placements.main()).isEqualTo("公司/研发/一组");
		assertThat(placements.list()).allSatisfy((placement) -> {
			assertThat(placement.order()).isNull();
			assertThat(placement.leader()).isNull();
		});
	}

	@Test
	void handsOverEveryDepartmentOnceBehindItsParent() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "部门"), row("李四", "lisi", "公司/研发/一组"),
				row("王五", "wangwu", "公司/研发"), row("赵六", "zhaoliu", "公司 / 测试；公司/研发/一组")));
		assertThat(read.departments()).extracting(Department::ref).containsExactly("公司", "公司/研发", "公司/研发/一组", "公司/测试");
		assertThat(read.departments()).extracting(Department::parent).containsExactly(null, "公司", "公司/研发", "公司");
		assertThat(read.departments()).extracting(Department::name).containsExactly("公司", "研发", "一组", "测试");
		assertThat(read.departments()).extracting(Department::id).containsOnlyNulls();
		assertThat(read.departments().get(3).origin()).hasToString("Origin[part=0, row=4]");
	}

	@Test
	void takesDepartmentsForTheSameWhateverTheFormOfTheirCharacters() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "部门"), row("李四", "lisi", "公司/Cafe\u0301"),
				row("王五", "wangwu", "\uFEFF公司/Caf\u00E9\u200B")));
		assertThat(read.departments()).extracting(Department::ref).containsExactly("公司", "公司/Café");
	}

	@Test
	void remembersWhatTextsMeanWithoutMixingThemUp() {
		List<String> genders = List.of("男", "女", "未知", "1", "2");
		List<String> meanings = List.of("male", "female", "", "male", "female");
		Read read = read(Workbooks.workbook().sheet("a", (sheet) -> {
			sheet.row("姓名", "帐号", "性别", "部门");
			for (int i = 0; i < 3000; i++) {
				sheet.row("成员", "user" + i, genders.get(i * 7 % 5), "公司/部门" + i * 31 % 400);
			}
		}));
		assertThat(read.members()).hasSize(3000);
		for (int i = 0; i < 3000; i++) {
			Member member = read.members().get(i);
			assertThat(member.fields().value("gender")).isEqualTo(meanings.get(i * 7 % 5));
			assertThat(Objects.requireNonNull(member.placements()).main()).isEqualTo("公司/部门" + i * 31 % 400);
		}
	}

	@Test
	void knowsNoPlacementsWithoutADepartmentsColumn() {
		Read read = read(Workbooks.of(row("姓名", "帐号"), row("李四", "lisi")));
		assertThat(read.member("lisi").placements()).isNull();
		assertThat(read.findings()).isEmpty();
		assertThat(read.departments()).isEmpty();
	}

	@Test
	void tellsEmptyFromUnknown() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "手机", "邮箱"), row("李四", "lisi", null, "不是邮箱")));
		Member member = read.member("lisi");
		assertThat(member.fields().state(1)).isEqualTo(FieldState.EMPTY);
		assertThat(member.fields().state(2)).isEqualTo(FieldState.UNKNOWN);
		assertThat(read.found()).containsExactly("0:2 邮箱 value.mail");
	}

	@Test
	void readsChangedUserids() {
		Read read = read(Workbooks.of(row("姓名", "帐号"), row("李四", "Old_Lisi:lisi"), row("王五", "ww：wangwu"),
				row("赵六", "zhaoliu:ZhaoLiu")));
		assertThat(read.member("lisi").formerUserid()).isEqualTo("Old_Lisi");
		assertThat(read.member("lisi").ref()).isEqualTo("old_lisi");
		assertThat(read.member("wangwu").formerUserid()).isEqualTo("ww");
		assertThat(read.member("ZhaoLiu").formerUserid()).isNull();
	}

	@Test
	void keepsTheUseridAsItIsWrittenAndRefersToItIgnoringCase() {
		Read read = read(Workbooks.of(row("姓名", "帐号"), row("李四", "Li.Si@Corp")));
		assertThat(read.member("Li.Si@Corp").ref()).isEqualTo("li.si@corp");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "strict", "prefixed", "macros", "utf-16" })
	void readsAllDialectsTheSame(String dialect) {
		Workbooks workbook = Workbooks.of(row("姓名", "账号", "别名", "部门", "性别", "手机", "入职", "激活状态"),
				row("李四", "lisi", Cells.inline("Lee & Co"), "公司；公司/研发", Cells.str("男"), Cells.number("13800000001"),
						Cells.styled("46053", 1)));
		switch (dialect) {
			case "strict" -> workbook.strict();
			case "prefixed" -> workbook.prefixed("x");
			case "macros" -> workbook.withMacros();
			case "utf-16" -> {
				for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
					workbook.changeBytes(part, Odd::inUtf16);
				}
			}
			default -> {
			}
		}
		Read read = Read.file(workbook.write(this.folder.resolve("contacts.xlsm")));
		assertThat(read.fields("lisi")).contains(entry("alias", "Lee & Co"), entry("gender", "male"),
				entry("mobile", "13800000001"), entry("入职", "2026-01-31"), entry("status", ""));
		assertThat(read.departments()).hasSize(2);
	}

	@Test
	void findsPartsThatAreNamedFromTheRoot() {
		Read read = read(Workbooks.of(row("姓名", "帐号"), row("李四", "lisi"))
			.change("xl/_rels/workbook.xml.rels", (xml) -> xml.replace("Target=\"", "Target=\"/xl/"))
			.change("_rels/.rels", (xml) -> xml.replace("Target=\"", "Target=\"/")));
		assertThat(read.userids()).containsExactly("lisi");
	}

	@Test
	void needsNoReferencesNoDimensionAndNoSharedStrings() {
		Read read = read(Workbooks.workbook()
			.sheet("a",
					(sheet) -> sheet.before("<dimension ref=\"A1:A1\"/>")
						.withoutReferences()
						.row(Cells.inline("姓名"), Cells.inline("帐号"), Cells.blank(4), Cells.inline("部门"))
						.row(Cells.inline("李四"), Cells.inline("lisi"), Cells.blank(4), Cells.inline("公司"))));
		assertThat(read.userids()).containsExactly("lisi");
		assertThat(read.departments()).hasSize(1);
	}

	@Test
	void readsRichTextWithoutItsPhoneticRuns() {
		Workbooks workbook = Workbooks.workbook();
		int rich = workbook
			.sharedXml("<r><t>李</t></r><r><rPr><b/></rPr><t>四</t></r><rPh sb=\"0\" eb=\"1\"><t>li</t></rPh>");
		Read read = read(workbook.sheet("a",
				(sheet) -> sheet.row("姓名", "帐号", "职务")
					.row(Cells.shared(rich), "lisi",
							Cells.richInline("<r><t>工程</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><r><t>师</t></r>"))));
		assertThat(read.fields("lisi")).contains(entry("name", "李四"), entry("position", "工程师"));
	}

	@Test
	void takesATextOnceHoweverOftenTheCellHoldsIt() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "职务", "备注"),
				row("李四", "lisi", new Cells.Cell(" t=\"inlineStr\"", "<v>工程师</v><is><t>工程师</t></is>"),
						new Cells.Cell(" t=\"str\"", "<v>值</v><is><t>别的</t></is>"))));
		assertThat(read.fields("lisi")).contains(entry("position", "工程师"), entry("备注", "值"));
	}

	@Test
	void takesTheResultsOfFormulasAndNeverWorksThemOut() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "别名", "备注"), row("李四", Cells.formula("A2&\"x\"", "lisi"),
				Cells.formula("HYPERLINK(\"http://x\")", ""), Cells.formulaWithoutResult("1+1"))));
		assertThat(read.fields("lisi")).contains(entry("alias", ""));
		assertThat(read.value("lisi", "备注")).isNull();
		assertThat(read.found()).containsExactly("0:2 备注 cell.no-value");
	}

	@Test
	void decodesEscapesAndCleansText() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "职务", "别名"),
				row("\u3000李\u200B四_x000D_ ", "\uFEFFlisi\u200B", "工程_x5E08_", "Rene\u0301 😀")));
		assertThat(read.fields("lisi")).contains(entry("name", "李四"), entry("position", "工程师"),
				entry("alias", "René 😀"));
	}

	@Test
	void respectsTheDateSystem() {
		Workbooks workbook = Workbooks.of(row("姓名", "帐号", "入职"), row("李四", "lisi", Cells.styled("44591", 5)),
				row("王五", "wangwu", Cells.isoDate("2026-01-31T00:00:00")));
		Read read = read(workbook.from1904());
		assertThat(read.value("lisi", "入职")).isEqualTo("2026-01-31");
		assertThat(read.value("wangwu", "入职")).isEqualTo("2026-01-31");
	}

	@Test
	void skipsExampleRowsAndRowsWithoutText() {
		Read read = read(Workbooks.of(row("姓名", "帐号"), row("张三(示例)", "sanzhang"), row("示例（示例）", Cells.number("1")),
				row(" \u200B", Cells.blank(4)), row(), row("李四", "lisi"), row("王五（兼）", "wangwu")));
		assertThat(read.userids()).containsExactly("lisi", "wangwu");
		assertThat(read.findings()).isEmpty();
	}

	@Test
	void readsRowsThatAreHiddenOrFarDownLikeAnyOther() {
		Read read = read(Workbooks.workbook()
			.sheet("a",
					(sheet) -> sheet.row("姓名", "帐号")
						.xml("<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>李四</t></is></c>"
								+ "<c r=\"B2\" t=\"inlineStr\"><is><t>lisi</t></is></c></row>")
						.at(1_048_576)
						.row("王五", "wangwu")));
		assertThat(read.userids()).containsExactly("lisi", "wangwu");
	}

	@Test
	void warnsOnceOfCellsUnderNoHeading() {
		Read read = read(
				Workbooks.of(row("姓名", "帐号", null, "备注"), row("李四", "lisi", "x", "y", "z"), row("王五", "wangwu", "x")));
		assertThat(read.found()).containsExactly("0:2  no-heading");
		assertThat(read.findings().get(0).reason().arguments()).containsExactly("C");
		assertThat(read.userids()).containsExactly("lisi", "wangwu");
	}

	@Test
	void doesNotLetACustomFieldTakeAWordOfTheComparison() {
		Read read = read(Workbooks.of(row("姓名", "帐号", "order", "main_department"), row("李四", "lisi", 5, "x")));
		assertThat(read.fields()).containsExactly("name");
		assertThat(read.found()).containsExactly("0:1 order reserved-heading", "0:1 main_department reserved-heading");
	}

}
