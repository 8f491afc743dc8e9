package dev.rollcall.restart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.excel.Workbooks;

/**
 * A company large enough that every step takes several chunks: this month, and next
 * month, when people have joined, left and moved, departments are called otherwise, hang
 * elsewhere or are closed, and accounts have other names.
 */
final class Firm {

	private static final int DEPARTMENTS = 47;

	private static final int REGIONS = 9;

	/** The department that everybody leaves. */
	private static final int CLOSED = 45;

	/** Many small sheets make many pages, and so many chunks. */
	private static final int SHEETS = 31;

	private static final Object[] HEADINGS = { "姓名", "账号", "职务", "部门", "手机", "地址", "工号" };

	private final int people;

	Firm(int people) {
		this.people = people;
	}

	void writeThisMonth(Path file) {
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < this.people; i++) {
			rows.add(row(i, "u" + i, "工程师", department(i % DEPARTMENTS, false), mobile(i)));
		}
		write(rows, file);
	}

	void writeNextMonth(Path file) {
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < this.people; i++) {
			if (hasLeft(i)) {
				continue;
			}
			String userid = (i % 97 == 11) ? "u" + i + ":renamed" + i : "u" + i;
			String position = (i % 3 == 1) ? "高级工程师" : "工程师";
			boolean moves = i % 31 == 5 && (i + 1) % DEPARTMENTS != CLOSED;
			int department = (moves ? i + 1 : i) % DEPARTMENTS;
			rows.add(row(i, userid, position, department(department, true), mobile(i)));
		}
		for (int i = 0; i < this.people / 2; i++) {
			if (hasLeft(i)) {
				continue;
			}
			rows.add(row(i, "new" + i, "实习生", department(i % DEPARTMENTS, true), mobile(this.people + i)));
		}
		Object[] nameless = row(1, "nameless", "", department(1, true), "");
		nameless[0] = null;
		rows.add(rows.size() / 2, nameless);
		rows.add(row(2, "oddly-reached", "", department(2, true), "not a number"));
		write(rows, file);
	}

	/** A fifth of all, and everyone of one department. */
	private static boolean hasLeft(int person) {
		return person % 5 == 3 || person % DEPARTMENTS == CLOSED;
	}

	private static Object[] row(int number, String userid, String position, String department, String mobile) {
		String departments = (number % 17 == 4) ? department + "；" + "公司/委员会" : department;
		return new Object[] { "成员" + number, userid, position, departments, mobile,
				(number % 3 == 0) ? "路" + number + "号" : null, (number % 4 == 0) ? "SK" + number : null };
	}

	private static String mobile(int number) {
		return "138" + String.format("%08d", number);
	}

	/** Next month one region has another name, and so has a department; one has moved. */
	private static String department(int number, boolean nextMonth) {
		int region = (nextMonth && number == 40) ? 0 : number % REGIONS;
		String regionName = (nextMonth && region == 2) ? "新大区" : "大区" + region;
		String name = (nextMonth && number == 30) ? "新部门" : "部门" + number;
		return "公司/" + regionName + "/" + name;
	}

	private void write(List<Object[]> rows, Path file) {
		Workbooks workbook = Workbooks.workbook();
		int size = this.people / SHEETS;
		for (int from = 0; from < rows.size(); from += size) {
			List<Object[]> part = rows.subList(from, Math.min(from + size, rows.size()));
			workbook.sheet("成员" + from, (sheet) -> {
				sheet.row(HEADINGS);
				part.forEach(sheet::row);
			});
		}
		workbook.write(file);
	}

}
