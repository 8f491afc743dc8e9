package dev.rollcall.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.ZipFile;

/**
 * What stands still on the reading side: the fastest known way to read such a workbook on
 * the JVM into one {@code String[]} for each row. No XML parser: it looks for the tags it
 * knows and trusts the file to be well-formed; inflating goes on in a second thread. A
 * floor, not a product.
 */
final class FastestReader {

	private byte[] texts = new byte[1 << 20];

	private int used;

	private int[] starts = new int[1 << 16];

	private int count;

	private long rows;

	private long characters;

	private FastestReader() {
	}

	public static void main(String[] arguments) throws IOException {
		FastestReader reader = new FastestReader();
		try (ZipFile zip = new ZipFile(arguments[0])) {
			try (Bytes bytes = new Bytes(zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")))) {
				reader.sharedStrings(bytes);
			}
			try (Bytes bytes = new Bytes(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")))) {
				reader.sheet(bytes);
			}
		}
		System.out.println("rows " + reader.rows + ", characters " + reader.characters);
	}

	private void sharedStrings(Bytes in) {
		boolean text = false;
		for (int c = in.read(); c >= 0; c = in.read()) {
			if (c != '<') {
				if (text) {
					add(c);
				}
				continue;
			}
			text = false;
			c = in.read();
			int second = in.read();
			if (c == 's' && second == 'i') {
				start();
				in.skipTo('>');
			}
			else if (c == 't' && second == '>') {
				text = true;
			}
			else if (second != '>') {
				in.skipTo('>');
			}
		}
		start();
	}

	private void start() {
		if (this.count == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, this.count * 2);
		}
		this.starts[this.count++] = this.used;
	}

	private void add(int c) {
		if (this.used == this.texts.length) {
			this.texts = Arrays.copyOf(this.texts, this.used + this.used / 2);
		}
		this.texts[this.used++] = (byte) c;
	}

	private void sheet(Bytes in) {
		String[] row = new String[0];
		int column = 0;
		for (int c = in.read(); c >= 0; c = in.read()) {
			if (c != '<') {
				continue;
			}
			c = in.read();
			if (c == 'c') {
				in.skipTo('"');
				column = 0;
				for (c = in.read(); c >= 'A'; c = in.read()) {
					column = column * 26 + c - '@';
				}
				in.skipTo('>');
			}
			else if (c == 'v') {
				in.skipTo('>');
				int number = 0;
				for (c = in.read(); c != '<'; c = in.read()) {
					number = number * 10 + c - '0';
				}
				in.skipTo('>');
				row[column - 1] = text(number);
			}
			else if (c == 'r') {
				row = new String[Company.HEADINGS.size()];
				in.skipTo('>');
			}
			else if (c == '/' && in.read() == 'r') {
				finish(row);
				in.skipTo('>');
			}
		}
	}

	private String text(int number) {
		int start = this.starts[number];
		return new String(this.texts, start, this.starts[number + 1] - start, StandardCharsets.UTF_8);
	}

	private void finish(String[] row) {
		this.rows++;
		for (String cell : row) {
			this.characters += (cell != null) ? cell.length() : 0;
		}
	}

	/** A part's bytes, inflated in a thread of their own. */
	private static final class Bytes implements Closeable {

		private final BlockingQueue<byte[]> full = new ArrayBlockingQueue<>(8);

		private byte[] block = new byte[0];

		private int next;

		Bytes(InputStream in) {
			Thread inflating = new Thread(() -> inflate(in));
			inflating.setDaemon(true);
			inflating.start();
		}

		private void inflate(InputStream in) {
			try (in) {
				for (byte[] read = in.readNBytes(1 << 16); true; read = in.readNBytes(1 << 16)) {
					this.full.put(read);
					if (read.length == 0) {
						return;
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		int read() {
			return (this.next < this.block.length) ? this.block[this.next++] & 0xFF : refill();
		}

		void skipTo(char wanted) {
			int c = read();
			while (c != wanted && c >= 0) {
				c = read();
			}
		}

		private int refill() {
			try {
				this.block = this.full.take();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			this.next = 0;
			if (this.block.length == 0) {
				this.full.add(this.block);
				return -1;
			}
			return this.block[this.next++] & 0xFF;
		}

		@Override
		public void close() {
			this.full.clear();
		}

	}

}
