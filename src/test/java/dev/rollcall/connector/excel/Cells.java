package dev.rollcall.connector.excel;

/** Cells as they can stand in a sheet's XML, for {@link Workbooks}. */
public final class Cells {

	private Cells() {
	}

	/**
	 * A cell.
	 *
	 * @param attributes what stands in its tag beside the reference
	 * @param content what stands between its tags
	 */
	public record Cell(String attributes, String content) {
	}

	/** A text that stands in the cell itself. */
	public static Cell inline(String text) {
		return new Cell(" t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escape(text) + "</t></is>");
	}

	/** Rich text in the cell itself, with phonetic runs. */
	public static Cell richInline(String xml) {
		return new Cell(" t=\"inlineStr\"", "<is>" + xml + "</is>");
	}

	/** A text as some programs write it, as if it came from a formula. */
	public static Cell str(String text) {
		return new Cell(" t=\"str\"", "<v>" + escape(text) + "</v>");
	}

	/** A number, as it is written. */
	public static Cell number(String number) {
		return new Cell("", "<v>" + number + "</v>");
	}

	/** A number in one of the styles of {@link Workbooks}. */
	public static Cell styled(String number, int style) {
		return new Cell(" s=\"" + style + "\"", "<v>" + number + "</v>");
	}

	/** No value, only a style. */
	public static Cell blank(int style) {
		return new Cell(" s=\"" + style + "\"", "");
	}

	public static Cell error(String name) {
		return new Cell(" t=\"e\"", "<v>" + name + "</v>");
	}

	public static Cell truth(boolean truth) {
		return new Cell(" t=\"b\"", "<v>" + (truth ? 1 : 0) + "</v>");
	}

	public static Cell isoDate(String date) {
		return new Cell(" t=\"d\"", "<v>" + date + "</v>");
	}

	/** A formula with the text it gave when it was last worked out. */
	public static Cell formula(String formula, String result) {
		return new Cell(" t=\"str\"", "<f>" + escape(formula) + "</f><v>" + escape(result) + "</v>");
	}

	/** A formula that no program has worked out yet. */
	public static Cell formulaWithoutResult(String formula) {
		return new Cell("", "<f>" + escape(formula) + "</f>");
	}

	/** A shared text by its number, whether it is there or not. */
	public static Cell shared(int index) {
		return new Cell(" t=\"s\"", "<v>" + index + "</v>");
	}

	public static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
