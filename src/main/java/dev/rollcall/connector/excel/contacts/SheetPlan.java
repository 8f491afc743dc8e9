package dev.rollcall.connector.excel.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.values.FieldRule;
import dev.rollcall.directory.Schema;

/**
 * What is done with the cells of a sheet: a slot for each column with a heading that
 * means something.
 */
public final class SheetPlan {

	/** A column without a heading. */
	static final int NO_HEADING = -1;

	/** A column that is passed over. */
	static final int IGNORED = -2;

	/**
	 * A column that is read.
	 *
	 * @param heading what it is called
	 * @param position where its values go in a member's fields, -1 for none
	 * @param rule how they are understood, null if they go nowhere
	 */
	record Slot(String heading, int position, @Nullable FieldRule rule) {
	}

	private final int sheet;

	private final Header header;

	private final Slot[] slots;

	private final int[] slotOf;

	private int userid;

	private int name;

	private int departments = -1;

	/**
	 * A plan for the rows below a header.
	 * @param schema the fields of all sheets
	 */
	public SheetPlan(int sheet, Header header, Schema schema) {
		this.sheet = sheet;
		this.header = header;
		this.slotOf = new int[header.width()];
		Arrays.fill(this.slotOf, NO_HEADING);
		List<Slot> read = new ArrayList<>();
		for (Header.Column column : header.columns()) {
			this.slotOf[column.index()] = slot(column, schema, read);
		}
		this.slots = read.toArray(Slot[]::new);
	}

	private int slot(Header.Column column, Schema schema, List<Slot> read) {
		int slot = read.size();
		switch (column.kind()) {
			case REASON, RESERVED -> {
				return IGNORED;
			}
			case USERID -> this.userid = slot;
			case DEPARTMENTS -> this.departments = slot;
			case NAME -> this.name = slot;
			default -> {
			}
		}
		String field = column.field();
		read.add(new Slot(column.heading(), (field != null) ? schema.position(field) : -1, column.kind().newRule()));
		return slot;
	}

	/** The index of the sheet. */
	public int sheet() {
		return this.sheet;
	}

	/** The header that the rows stand below. */
	public Header header() {
		return this.header;
	}

	int size() {
		return this.slots.length;
	}

	Slot slot(int slot) {
		return this.slots[slot];
	}

	/** The slot of a column, {@link #NO_HEADING} or {@link #IGNORED}. */
	int slotOf(int column) {
		return (column < this.slotOf.length) ? this.slotOf[column] : NO_HEADING;
	}

	int userid() {
		return this.userid;
	}

	int name() {
		return this.name;
	}

	/** The slot of the departments, -1 if the sheet does not tell them. */
	int departments() {
		return this.departments;
	}

}
