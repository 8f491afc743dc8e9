package dev.rollcall.connector.excel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.Message;

/**
 * Takes the text of a departments cell apart: paths from the company down, separated by
 * semicolons of either width. Written without regular expressions and streams, which cost
 * more here than everything else done with a cell.
 */
final class DepartmentPaths {

	/** How many departments WeCom lets a member belong to. */
	private static final int MAX_DEPARTMENTS = 100;

	private static final char SEPARATOR = DepartmentName.SEPARATOR.charAt(0);

	private final List<String> paths = new ArrayList<>(1);

	private @Nullable Message problem;

	/** Takes a text apart. */
	DepartmentPaths(String text) {
		int from = 0;
		while (from <= text.length() && this.problem == null) {
			int to = end(text, from, ';', '；');
			String path = Cleaning.trim(text.substring(from, to));
			if (!path.isEmpty()) {
				add(path);
			}
			from = to + 1;
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

	private void add(String path) {
		StringBuilder clean = new StringBuilder(path.length());
		int depth = 0;
		int from = 0;
		while (from <= path.length()) {
			int to = end(path, from, SEPARATOR, SEPARATOR);
			String name = Cleaning.trim(path.substring(from, to));
			check(name, path);
			if (depth++ > 0) {
				clean.append(SEPARATOR);
			}
			clean.append(name);
			from = to + 1;
		}
		if (depth > DepartmentName.MAX_DEPTH) {
			this.problem = ExcelMessage.DEPARTMENTS_DEEP.of(path, depth, DepartmentName.MAX_DEPTH);
		}
		String result = clean.toString();
		if (!this.paths.contains(result)) {
			this.paths.add(result);
		}
		if (this.paths.size() > MAX_DEPARTMENTS) {
			this.problem = ExcelMessage.DEPARTMENTS_MANY.of(MAX_DEPARTMENTS);
		}
	}

	private void check(String name, String path) {
		int forbidden = DepartmentName.forbidden(name);
		if (name.isEmpty()) {
			this.problem = ExcelMessage.DEPARTMENTS_SEGMENT.of(path);
		}
		else if (forbidden >= 0) {
			this.problem = ExcelMessage.DEPARTMENTS_CHARACTER.of(name, Character.toString(forbidden));
		}
		else if (name.length() > DepartmentName.MAX_LENGTH) {
			int length = DepartmentName.length(name);
			if (length > DepartmentName.MAX_LENGTH) {
				this.problem = ExcelMessage.DEPARTMENTS_LONG.of(name, length, DepartmentName.MAX_LENGTH);
			}
		}
	}

	private static int end(String text, int from, char first, char second) {
		int to = from;
		while (to < text.length() && text.charAt(to) != first && text.charAt(to) != second) {
			to++;
		}
		return to;
	}

}
