package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.workbook.SharedStrings;
import dev.rollcall.connector.excel.xml.XmlScanner;

/**
 * Reads a {@code sharedStrings.xml}: runs of rich text are joined, phonetic runs left
 * out, escapes replaced.
 */
final class SharedStringsXml {

	static final long SI = EightBytes.pack("si");

	static final long R = EightBytes.pack("r");

	static final long T = EightBytes.pack("t");

	private static final String PART = "sharedStrings.xml";

	private final XmlScanner in;

	private final SharedStrings strings;

	private final ByteText text = new ByteText(PART);

	private volatile boolean stopped;

	SharedStringsXml(XmlScanner in, SharedStrings strings) {
		this.in = in;
		this.strings = strings;
	}

	/** Makes {@link #read} return soon. */
	void stop() {
		this.stopped = true;
	}

	/** Adds all texts; tells the strings when there are no more, for whatever reason. */
	void read() {
		try (this.in) {
			addAll();
			if (this.stopped) {
				throw new IOException("closed");
			}
			this.strings.complete();
		}
		catch (IOException ex) {
			this.strings.fail(ex);
		}
		catch (OutOfMemoryError ex) {
			this.strings.fail(RefusedException.of(ex));
		}
		// Whatever ends this thread must reach those who wait for it.
		catch (RuntimeException | Error ex) {
			this.strings.fail(new IOException(ex));
		}
	}

	private void addAll() throws IOException {
		int token;
		while (!this.stopped && (token = this.in.next()) != XmlScanner.DOCUMENT_END) {
			if (token == XmlScanner.START && this.in.depth() == 1 && !this.in.named("sst")) {
				throw new RefusedException(ExcelMessage.DAMAGED, PART);
			}
			if (token == XmlScanner.START && this.in.depth() == 2) {
				if (this.in.name() == SI) {
					addOne();
				}
				else {
					this.in.skipElement();
				}
			}
			if (this.in.depth() == 1 && !this.in.isEndPending()) {
				QuickStrings.take(this.in.window(), this.strings);
			}
		}
	}

	private void addOne() throws IOException {
		this.text.clear();
		richText(this.in, this.text, PART);
		Escapes.decode(this.text, PART);
		this.strings.add(this.text.bytes(), 0, this.text.length(), this.text.isPlain());
	}

	/**
	 * Collects the text of the {@code si} or {@code is} that was just started: its
	 * {@code t}, or those of its runs.
	 * @param part what it stands in
	 */
	static void richText(XmlScanner in, ByteText text, String part) throws IOException {
		int texts = 0;
		int runs = 0;
		int outside = in.depth() - 1;
		while (in.depth() > outside) {
			if (in.next() != XmlScanner.START) {
				continue;
			}
			if (in.name() == T) {
				texts++;
				in.elementText(text);
			}
			else if (in.name() == R) {
				runs++;
				run(in, text, part);
			}
			else {
				in.skipElement();
			}
			// Which of them is meant would be a guess.
			if (texts > 1 || (texts > 0 && runs > 0)) {
				throw new RefusedException(ExcelMessage.DAMAGED, part);
			}
		}
	}

	private static void run(XmlScanner in, ByteText text, String part) throws IOException {
		int texts = 0;
		int outside = in.depth() - 1;
		while (in.depth() > outside) {
			if (in.next() != XmlScanner.START) {
				continue;
			}
			if (in.name() != T) {
				in.skipElement();
			}
			else if (++texts > 1) {
				throw new RefusedException(ExcelMessage.DAMAGED, part);
			}
			else {
				in.elementText(text);
			}
		}
	}

}
