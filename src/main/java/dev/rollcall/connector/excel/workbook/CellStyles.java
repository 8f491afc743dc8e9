package dev.rollcall.connector.excel.workbook;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show numbers as dates or times. */
public final class CellStyles {

	private byte[] types = {};

	private int count;

	/** Adds the next style. */
	public void add(int format, @Nullable String code) {
		if (this.count == this.types.length) {
			this.types = Arrays.copyOf(this.types, Math.max(64, this.count * 2));
		}
		this.types[this.count++] = NumberFormat.type(format, code);
	}

	/** The type of a numeric cell with this style. */
	public byte type(int style) {
		return (style >= 0 && style < this.count) ? this.types[style] : CellType.NUMBER;
	}

}
