package dev.rollcall.connector.excel.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Shows what is in a block, and makes blocks. */
public final class Blocks {

	private Blocks() {
	}

	/**
	 * Each cell as {@code row:column type value}; texts that are shared by their index.
	 */
	public static List<String> cells(RowBlock block) {
		List<String> cells = new ArrayList<>();
		for (int row = 0; row < block.rows(); row++) {
			for (int i = block.rowStart(row); i < block.rowEnd(row); i++) {
				String value = (block.length[i] == 0) ? String.valueOf(block.value[i])
						: new String(block.arena, block.value[i], block.length[i], StandardCharsets.UTF_8);
				cells.add(block.rowNumber(row) + ":" + block.column(i) + " " + block.type[i] + " " + value);
			}
		}
		return cells;
	}

	/** A cell for each of the first shared texts. */
	public static RowBlock ofShared(int count) {
		RowBlock block = new RowBlock();
		block.clear(0);
		for (int i = 0; i < count; i++) {
			block.addShared(i, i);
		}
		return block;
	}

}
