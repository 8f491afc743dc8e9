package dev.rollcall.connector.excel.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.TextEncoding;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;

/** The records of a CSV file as rows; every field is text. */
final class CsvRows implements RowStream {

	/** Stands behind the last record: if it is not seen, a quote was never closed. */
	private static final String END = "\u0003";

	private final FileChannel channel;

	private final CsvReader<CsvRecord> reader;

	private final Iterator<CsvRecord> records;

	private final ByteText text = new ByteText("CSV");

	private int lastRow;

	CsvRows(Path file, Charset charset, char separator) throws IOException {
		this.channel = FileChannel.open(file);
		InputStream in = Channels.newInputStream(this.channel);
		byte[] head = in.readNBytes(3);
		this.channel.position(TextEncoding.markLength(head));
		CsvRecordHandler handler = CsvRecordHandler.builder()
			.maxFields(Book.MAX_COLUMNS)
			.maxFieldSize(ByteText.MAX_LENGTH)
			.maxRecordSize(4 * ByteText.MAX_LENGTH)
			.build();
		this.reader = CsvReader.builder()
			.fieldSeparator(separator)
			.skipEmptyLines(false)
			.allowExtraFields(true)
			.allowMissingFields(true)
			.maxBufferSize(8 * ByteText.MAX_LENGTH)
			.build(handler, new Ended(new InputStreamReader(in, charset)));
		this.records = this.reader.iterator();
	}

	@Override
	public void fill(RowBlock block) throws IOException {
		try {
			while (!block.isFull() && !block.isLast()) {
				if (!this.records.hasNext()) {
					throw new RefusedException(ExcelMessage.CSV_DAMAGED, this.lastRow);
				}
				add(this.records.next(), block);
			}
			block.progress((double) this.channel.position() / Math.max(1, this.channel.size()));
		}
		catch (CsvParseException ex) {
			throw new RefusedException(ExcelMessage.CSV_DAMAGED, this.lastRow + 1).because(ex);
		}
		catch (UncheckedIOException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	private void add(CsvRecord row, RowBlock block) throws IOException {
		boolean end = row.getFieldCount() == 1 && row.getField(0).equals(END);
		if (end && !this.records.hasNext()) {
			block.end();
			return;
		}
		this.lastRow++;
		for (int column = 0; column < row.getFieldCount(); column++) {
			String field = row.getField(column);
			if (!field.isEmpty()) {
				this.text.set(field);
				block.addText(column, this.text);
			}
		}
		block.endRow(this.lastRow, row.getFieldCount());
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
		this.channel.close();
	}

	/** A text with {@link #END} on a line of its own behind it. */
	private static final class Ended extends Reader {

		private final Reader text;

		private final String end = "\n" + END;

		private int given = -1;

		private Ended(Reader text) {
			this.text = text;
		}

		@Override
		public int read(char[] into, int offset, int length) throws IOException {
			if (this.given < 0) {
				int count = this.text.read(into, offset, length);
				if (count >= 0) {
					return count;
				}
				this.given = 0;
			}
			if (this.given == this.end.length()) {
				return -1;
			}
			into[offset] = this.end.charAt(this.given++);
			return 1;
		}

		@Override
		public void close() throws IOException {
			this.text.close();
		}

	}

}
