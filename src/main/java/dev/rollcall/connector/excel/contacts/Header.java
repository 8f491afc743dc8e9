package dev.rollcall.connector.excel.contacts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.workbook.RowBlock;

/**
 * The row that names the columns. It is known by what it holds, a name and a userid,
 * because notes of any length may stand above it.
 *
 * @param row its number, from 1
 * @param cells how many fields it has, see {@link RowBlock#fields}
 * @param columns the columns with a heading, from left to right
 */
public record Header(int row, int cells, List<Column> columns) {

	/** The heading of the reasons for which rows were rejected; no field of theirs. */
	public static final String REASON = "拒绝原因 (Rollcall)";

	public Header {
		columns = List.copyOf(columns);
	}

	/**
	 * A column with a heading.
	 *
	 * @param index where it stands, from 0
	 * @param heading what it is called, cleaned
	 * @param kind what that means
	 */
	public record Column(int index, String heading, ColumnKind kind) {

		/** The field that it fills, null if it fills none. */
		@Nullable String field() {
			return (this.kind == ColumnKind.CUSTOM) ? this.heading : this.kind.field();
		}

	}

	/**
	 * The header that a row is, null if it is none.
	 * @param fields how many fields the row has, see {@link RowBlock#fields}
	 * @param texts the clean texts of the row by column
	 */
	static @Nullable Header of(int row, int fields, Map<Integer, String> texts) {
		List<Column> columns = new ArrayList<>();
		Map<ColumnKind, Column> kinds = new EnumMap<>(ColumnKind.class);
		texts.forEach((index, text) -> {
			String heading = Heading.clean(text);
			if (!heading.isEmpty()) {
				Column column = new Column(index, heading, ColumnKind.of(heading));
				columns.add(column);
				kinds.putIfAbsent(column.kind(), column);
			}
		});
		boolean found = kinds.containsKey(ColumnKind.NAME) && kinds.containsKey(ColumnKind.USERID);
		return found ? new Header(row, fields, columns) : null;
	}

	/** Two columns that mean the same, if there are any. */
	public List<Column> clash() {
		Map<String, Column> seen = new HashMap<>();
		for (Column column : this.columns) {
			String meaning = switch (column.kind()) {
				case USERID, DEPARTMENTS -> column.kind().name();
				case REASON, RESERVED -> column.kind().name() + column.index();
				default -> "field " + column.field();
			};
			Column other = seen.put(meaning, column);
			if (other != null) {
				return List.of(other, column);
			}
		}
		return List.of();
	}

	/** The column of this kind, null if there is none. */
	public @Nullable Column find(ColumnKind kind) {
		return this.columns.stream().filter((column) -> column.kind() == kind).findFirst().orElse(null);
	}

	/** One more than the last column with a heading. */
	public int width() {
		return this.columns.get(this.columns.size() - 1).index() + 1;
	}

	/** The fields that the columns fill, from left to right. */
	public List<String> fields() {
		List<String> fields = new ArrayList<>();
		for (Column column : this.columns) {
			String field = column.field();
			if (field != null) {
				fields.add(field);
			}
		}
		return fields;
	}

}
