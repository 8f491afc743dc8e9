package dev.rollcall.connector.excel.contacts;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.text.Cleaning;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.Message;

/**
 * Takes the text of a departments cell apart: paths from the company down, separated by
 * semicolons of either width. Works on an array, without regular expressions and streams,
 * which would cost more than everything else that is done with a cell.
 */
final class DepartmentPaths {

	/** How many departments WeCom lets a member belong to. */
	private static final int MAX_DEPARTMENTS = 100;

	private static final char SEPARATOR = DepartmentName.SEPARATOR.charAt(0);

	private final char[] text;

	private final List<String> paths = new ArrayList<>(1);

	private @Nullable Message problem;

	/** Takes a text apart. */
	DepartmentPaths(String text) {
		this.text = text.toCharArray();
		int from = 0;
		for (int i = 0; i < this.text.length && this.problem == null; i++) {
			if (this.text[i] == ';' || this.text[i] == '；') {
				path(from, i);
				from = i + 1;
			}
		}
		if (this.problem == null) {
			path(from, this.text.length);
		}
		if (this.paths.isEmpty() && this.problem == null) {
			this.problem = ExcelMessage.DEPARTMENTS_EMPTY.of();
		}
	}

	/** The departments, each once, the main one first. */
	List<String> paths() {
		return this.paths;
	}

	/** Why they cannot be used, null if they can. */
	@Nullable Message problem() {
		return this.problem;
	}

	private void path(int start, int end) {
		int to = trimEnd(start, end);
		int next = trimStart(start, to);
		if (next == to) {
			return;
		}
		char[] clean = new char[to - next];
		int length = 0;
		int depth = 0;
		int from = next;
		while (next <= to) {
			if (next == to || this.text[next] == SEPARATOR) {
				int nameTo = trimEnd(from, next);
				int nameFrom = trimStart(from, nameTo);
				check(nameFrom, nameTo, start, end);
				if (depth++ > 0) {
					clean[length++] = SEPARATOR;
				}
				System.arraycopy(this.text, nameFrom, clean, length, nameTo - nameFrom);
				length += nameTo - nameFrom;
				from = next + 1;
			}
			next++;
		}
		if (depth > DepartmentName.MAX_DEPTH) {
			this.problem = ExcelMessage.DEPARTMENTS_DEEP.of(text(start, end), depth, DepartmentName.MAX_DEPTH);
		}
		add(new String(clean, 0, length), start, end);
	}

	private void add(String path, int start, int end) {
		int forbidden = DepartmentName.forbidden(path);
		if (forbidden >= 0 && this.problem == null) {
			this.problem = ExcelMessage.DEPARTMENTS_CHARACTER.of(text(start, end), Character.toString(forbidden));
		}
		if (!this.paths.contains(path)) {
			this.paths.add(path);
		}
		if (this.paths.size() > MAX_DEPARTMENTS) {
			this.problem = ExcelMessage.DEPARTMENTS_MANY.of(MAX_DEPARTMENTS);
		}
	}

	private void check(int from, int to, int start, int end) {
		if (from == to) {
			this.problem = ExcelMessage.DEPARTMENTS_SEGMENT.of(text(start, end));
		}
		else if (to - from > DepartmentName.MAX_LENGTH) {
			String name = text(from, to);
			int length = DepartmentName.length(name);
			if (length > DepartmentName.MAX_LENGTH) {
				this.problem = ExcelMessage.DEPARTMENTS_LONG.of(name, length, DepartmentName.MAX_LENGTH);
			}
		}
	}

	private int trimStart(int from, int to) {
		int next = from;
		while (next < to && Cleaning.isBlank(this.text[next])) {
			next++;
		}
		return next;
	}

	private int trimEnd(int from, int to) {
		int end = to;
		while (end > from && Cleaning.isBlank(this.text[end - 1])) {
			end--;
		}
		return end;
	}

	/** A piece of the text for a sentence. */
	private String text(int from, int to) {
		return Cleaning.trim(new String(this.text, from, to - from));
	}

}
