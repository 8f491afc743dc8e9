package dev.rollcall.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.samples.SampleCompany.Person;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the samples anew, in the form of today's export: notes, then the header, then
 * the members, with a custom column behind the standard ones.
 */
public final class SampleWorkbooks {

	private static final List<String> NOTES = List.of("填写须知：", "1、不能在该Excel表中对成员信息类别进行增加、删除或修改；",
			"2、Excel中红色字段为必填字段，黑色字段为选填字段；", "3、账号：成员的唯一标识，由1-64个字母、数字、点(.)、减号(-)或下划线(_)组成；",
			"4、部门：上下级部门间用‘/’隔开，且从最上级部门开始。若存在属于多个部门的情况，不同部门之间用“；”隔开；", "5、支持国内、国际手机号；", "6、企业邮箱：后缀须为企业域名；",
			"7、视频号：须为企业已关联的视频号；", "8、本文件中的公司与人员均为虚构。");

	private static final List<String> HEADINGS = List.of("姓名", "账号", "别名", "职务", "部门", "性别", "手机", "座机", "邮箱", "地址",
			"企业邮箱", "视频号", "激活状态", "禁用状态", "微信插件", "工号", "入职日期");

	private static final List<String> REQUIRED = List.of("姓名", "账号", "部门");

	private SampleWorkbooks() {
	}

	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of("samples");
		write(SampleCompany.thisMonth(), folder.resolve("wecom-contacts.xlsx"));
		write(SampleCompany.nextMonth(), folder.resolve("wecom-contacts-next-month.xlsx"));
	}

	private static void write(List<Person> people, Path file) throws IOException {
		try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			Sheet sheet = workbook.createSheet("成员列表");
			for (int i = 0; i < NOTES.size(); i++) {
				sheet.createRow(i).createCell(0).setCellValue(NOTES.get(i));
				sheet.addMergedRegion(new CellRangeAddress(i, i, 0, HEADINGS.size() - 1));
			}
			header(workbook, sheet.createRow(NOTES.size()));
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
			for (int i = 0; i < people.size(); i++) {
				fill(sheet.createRow(NOTES.size() + 1 + i), people.get(i), date);
			}
			workbook.write(out);
		}
	}

	private static void header(Workbook workbook, Row row) {
		for (int i = 0; i < HEADINGS.size(); i++) {
			Font font = workbook.createFont();
			font.setBold(true);
			if (REQUIRED.contains(HEADINGS.get(i))) {
				font.setColor(IndexedColors.RED.getIndex());
			}
			CellStyle style = workbook.createCellStyle();
			style.setFont(font);
			row.createCell(i).setCellValue(HEADINGS.get(i));
			row.getCell(i).setCellStyle(style);
		}
	}

	private static void fill(Row row, Person person, CellStyle date) {
		List<String> texts = List.of(person.name(), person.userid(), person.alias(), person.position(),
				person.departments(), person.gender(), person.mobile(), person.telephone(), person.email(),
				person.address(), person.businessMail(), "", person.activation(), "未禁用",
				person.activation().equals("已激活") ? "已关注" : "未关注", person.number());
		for (int i = 0; i < texts.size(); i++) {
			if (!texts.get(i).isEmpty()) {
				row.createCell(i).setCellValue(texts.get(i));
			}
		}
		row.createCell(texts.size()).setCellValue(person.joined());
		row.getCell(texts.size()).setCellStyle(date);
	}

}
