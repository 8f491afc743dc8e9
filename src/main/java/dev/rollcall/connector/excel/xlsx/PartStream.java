package dev.rollcall.connector.excel.xlsx;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/**
 * The content of one part of a workbook. Whoever reads it to its end has read exactly
 * what was put in: size and checksum are compared there. It never gives more than that.
 */
final class PartStream extends InputStream {

	private static final int BUFFER = 64 * 1024;

	private final InputStream content;

	private final Inflater inflater = new Inflater(true);

	private final ZipArchiveEntry entry;

	private final CRC32 checksum = new CRC32();

	private long count;

	PartStream(InputStream raw, ZipArchiveEntry entry, boolean deflated) {
		this.content = deflated ? new InflaterInputStream(withSpareByte(raw), this.inflater, BUFFER) : raw;
		this.entry = entry;
	}

	/** The inflater asks for one byte behind the end of data without a zlib header. */
	private static InputStream withSpareByte(InputStream raw) {
		return new SequenceInputStream(raw, new ByteArrayInputStream(new byte[1]));
	}

	/** How much of it has been read, 0 to 1. */
	double progress() {
		return Math.min(1, this.count / (double) Math.max(1, this.entry.getSize()));
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		int read = inflate(into, offset, length);
		if (read < 0) {
			checkWhole();
			return -1;
		}
		this.checksum.update(into, offset, read);
		this.count += read;
		if (this.count > this.entry.getSize()) {
			throw new RefusedException(ExcelMessage.DAMAGED, this.entry.getName());
		}
		return read;
	}

	private int inflate(byte[] into, int offset, int length) throws IOException {
		try {
			return this.content.read(into, offset, length);
		}
		catch (EOFException ex) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.entry.getName()).because(ex);
		}
		catch (ZipException ex) {
			throw new RefusedException(ExcelMessage.DAMAGED, this.entry.getName()).because(ex);
		}
	}

	private void checkWhole() throws IOException {
		if (this.count != this.entry.getSize() || this.checksum.getValue() != this.entry.getCrc()) {
			throw new RefusedException(ExcelMessage.DAMAGED, this.entry.getName());
		}
	}

	@Override
	public void close() throws IOException {
		this.content.close();
		this.inflater.end();
	}

}
