package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.xml.XmlScanner;
import dev.rollcall.connector.excel.xml.XmlTag;

/**
 * What a {@code workbook.xml} says.
 *
 * @param sheets its sheets in their order
 * @param from1904 whether days are counted from 1904
 */
record WorkbookXml(List<SheetEntry> sheets, boolean from1904) {

	private static final int MAX_SHEETS = 2_000;

	WorkbookXml {
		sheets = List.copyOf(sheets);
	}

	/**
	 * A sheet as the workbook names it.
	 *
	 * @param relationship which part holds it
	 */
	record SheetEntry(String name, boolean visible, String relationship) {
	}

	static WorkbookXml read(XmlScanner in) throws IOException {
		List<SheetEntry> sheets = new ArrayList<>();
		boolean from1904 = false;
		int token;
		while ((token = in.next()) != XmlScanner.DOCUMENT_END) {
			if (token != XmlScanner.START) {
				continue;
			}
			if (in.depth() == 1 && !in.named("workbook")) {
				throw new RefusedException(ExcelMessage.NO_WORKBOOK);
			}
			if (in.depth() == 2 && in.named("workbookPr")) {
				from1904 = isTrue(in.tag().value("date1904"));
			}
			else if (in.depth() == 3 && in.named("sheet")) {
				sheets.add(sheet(in.tag()));
			}
			if (sheets.size() > MAX_SHEETS) {
				throw new RefusedException(ExcelMessage.TOO_MANY_PARTS, "workbook.xml", MAX_SHEETS);
			}
		}
		return new WorkbookXml(sheets, from1904);
	}

	private static SheetEntry sheet(XmlTag tag) throws IOException {
		String name = tag.value("name");
		String relationship = tag.value("id");
		String state = tag.value("state");
		if (name == null || relationship == null) {
			throw new RefusedException(ExcelMessage.DAMAGED, "workbook.xml");
		}
		return new SheetEntry(Escapes.decode(name), state == null || state.equals("visible"), relationship);
	}

	static boolean isTrue(@Nullable String value) {
		return "1".equals(value) || "true".equals(value);
	}

}
