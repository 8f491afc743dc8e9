package dev.rollcall.connector.excel;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;

/** What sheets are called that a workbook is to get. */
final class SheetNames {

	private static final int MAX_LENGTH = 31;

	private SheetNames() {
	}

	/** A name as near as possible to one that need not be allowed, or free. */
	static String free(String name, Workbook workbook) {
		String safe = WorkbookUtil.createSafeSheetName(name);
		String free = safe;
		for (int i = 2; workbook.getSheet(free) != null; i++) {
			String suffix = " (" + i + ")";
			free = safe.substring(0, Math.min(safe.length(), MAX_LENGTH - suffix.length())) + suffix;
		}
		return free;
	}

}
