package dev.rollcall.connector.excel.contacts;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.text.Cleaning;
import dev.rollcall.connector.excel.text.NumberText;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;

/**
 * The userid of a row, never guessed: what could be two different userids is none.
 * Belongs to one thread.
 */
final class UseridCell {

	private final NumericUserid numbers;

	private String userid = "";

	private @Nullable String former;

	UseridCell(NumericUserid numbers) {
		this.numbers = numbers;
	}

	/** The userid, after {@link #read} returned null. */
	String userid() {
		return this.userid;
	}

	/** The userid that it replaces, if the file says so. */
	@Nullable String former() {
		return this.former;
	}

	/** Reads a cell; returns why it holds no userid, null when it does. */
	@Nullable Message read(CellText cell) {
		this.former = null;
		if (cell.trouble() != null) {
			return cell.trouble();
		}
		if (cell.isBlank()) {
			return ExcelMessage.USERID_EMPTY.of();
		}
		if (!cell.isText()) {
			Message problem = problem(cell);
			if (problem != null) {
				return problem;
			}
		}
		String text = cell.text();
		if (Userid.isValid(text)) {
			this.userid = text;
			return null;
		}
		return readOdd(text);
	}

	/** What is wrong with a userid that is no text, if anything. */
	private @Nullable Message problem(CellText cell) {
		if (this.numbers == NumericUserid.REJECT || !cell.isNumber()) {
			return ExcelMessage.USERID_NUMBER.of();
		}
		boolean digits = NumberText.isDigits(cell.bytes(), cell.from(), cell.length());
		return digits ? null : ExcelMessage.USERID_NOT_DIGITS.of();
	}

	/** Reads {@code old:new}, which WeCom's template takes as a change of the userid. */
	private @Nullable Message readOdd(String text) {
		String[] parts = text.split("[:：]", -1);
		if (parts.length == 2) {
			String before = Cleaning.trim(parts[0]);
			String now = Cleaning.trim(parts[1]);
			if (!Userid.isValid(before) || !Userid.isValid(now)) {
				return ExcelMessage.USERID_PAIR.of();
			}
			this.userid = now;
			this.former = Userid.key(before).equals(Userid.key(now)) ? null : before;
			return null;
		}
		boolean fullWidth = text.chars().anyMatch((c) -> c >= '！' && c <= '～');
		return fullWidth ? ExcelMessage.USERID_FULL_WIDTH.of() : ExcelMessage.USERID_RULE.of(Userid.MAX_LENGTH);
	}

}
