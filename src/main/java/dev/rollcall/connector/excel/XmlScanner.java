package dev.rollcall.connector.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Pulls the tokens of an XML document out of UTF-8 bytes, without namespaces: an element
 * is known by its local name, whatever its prefix. Comments and instructions are left
 * out, CDATA is text, text on both sides of what is left out is one token.
 *
 * <p>
 * Always holds: when {@link #DOCUMENT_END} is returned, every element was closed by its
 * own end tag and the stream was read to its end. A DOCTYPE, a tag or text beyond
 * {@value #MAX_TOKEN} bytes, and nesting beyond {@value #MAX_DEPTH} are refused.
 *
 * <p>
 * Exists because a library's parser costs as much as all other work on a workbook of a
 * million rows together. {@link QuickCells} and {@link QuickStrings} look at the
 * {@link #window} directly and fall back to this class.
 */
final class XmlScanner implements Closeable {

	static final int START = 1;

	static final int END = 2;

	static final int TEXT = 3;

	static final int DOCUMENT_END = 4;

	/** The longest tag or text; Excel's longest text has some 96 KB. */
	static final int MAX_TOKEN = 512 * 1024;

	static final int MAX_DEPTH = 256;

	private final XmlWindow window;

	private final String part;

	private final XmlTag tag;

	private final XmlElements open;

	private final ByteText text;

	private boolean endPending;

	private boolean begun;

	XmlScanner(InputStream utf8, String part) {
		this(utf8, part, 64 * 1024);
	}

	XmlScanner(InputStream utf8, String part, int window) {
		this.window = new XmlWindow(utf8, part, window);
		this.part = part;
		this.text = new ByteText(part);
		this.tag = new XmlTag(part);
		this.open = new XmlElements(part);
	}

	/** The next token. */
	int next() throws IOException {
		this.text.clear();
		if (this.endPending) {
			this.endPending = false;
			this.open.pop();
			return END;
		}
		while (this.window.at < this.window.end || this.window.fill()) {
			byte first = this.window.bytes[this.window.at];
			if (first != '<') {
				takeText();
				continue;
			}
			if (!this.window.require(2)) {
				break;
			}
			byte second = this.window.bytes[this.window.at + 1];
			if (second == '!') {
				takeDeclaration();
			}
			else if (second == '?') {
				this.window.skipPast("?>");
			}
			else if (!this.text.isEmpty()) {
				return TEXT;
			}
			else {
				return (second == '/') ? endTag() : startTag();
			}
		}
		if (this.open.depth() > 0 || !this.begun || this.window.at < this.window.end) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
		}
		return DOCUMENT_END;
	}

	/** What the next token will be read from. */
	XmlWindow window() {
		return this.window;
	}

	/** How many elements are open. */
	int depth() {
		return this.open.depth();
	}

	/**
	 * The local name of the element that was started or ended last, packed; 0 if it has
	 * more than eight bytes.
	 * @see #pack
	 */
	long name() {
		return this.open.name();
	}

	/** Whether that element has this local name, however long. */
	boolean named(String name) {
		return this.open.named(name);
	}

	/** The attributes of the element that was started last. */
	XmlTag tag() {
		return this.tag;
	}

	/** The text of the last token, if it was one. */
	ByteText text() {
		return this.text;
	}

	/**
	 * Whether the next token ends the element just started, without a byte of its own.
	 */
	boolean isEndPending() {
		return this.endPending;
	}

	/** Passes over the rest of the element that was just started. */
	void skipElement() throws IOException {
		for (int outside = depth() - 1; depth() > outside;) {
			next();
		}
	}

	/** Collects all text of the element that was just started, and passes over it. */
	void elementText(ByteText into) throws IOException {
		for (int outside = depth() - 1; depth() > outside;) {
			if (next() == TEXT) {
				into.append(this.text.bytes(), 0, this.text.length());
			}
		}
	}

	/** A local name as a number: its bytes, the first one lowest. */
	static long pack(String name) {
		if (name.length() > Long.BYTES) {
			throw new IllegalArgumentException(name);
		}
		long packed = 0;
		for (int i = name.length() - 1; i >= 0; i--) {
			packed = packed << Byte.SIZE | name.charAt(i);
		}
		return packed;
	}

	private int startTag() throws IOException {
		if (this.open.depth() == 0 && this.begun) {
			throw malformed();
		}
		int behind;
		while ((behind = this.tag.parse(this.window.bytes, this.window.at, this.window.end)) < 0) {
			if (!this.window.fill()) {
				throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
			}
		}
		this.window.at = behind;
		this.begun = true;
		this.endPending = this.tag.isEmptyElement();
		this.open.push(this.window.bytes, this.tag);
		return START;
	}

	private int endTag() throws IOException {
		int close;
		while ((close = this.window.find((byte) '>', this.window.at)) < 0) {
			if (!this.window.fill()) {
				throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
			}
		}
		this.open.pop(this.window.bytes, this.window.at + 2, close);
		this.window.at = close + 1;
		return END;
	}

	private void takeText() throws IOException {
		byte[] window = this.window.bytes;
		int from = this.window.at;
		int next = from;
		while (next < this.window.end && window[next] != '<' && window[next] != '&' && window[next] != '\r') {
			next++;
		}
		append(from, next);
		this.window.at = next;
		if (next < this.window.end && window[next] == '&') {
			takeReference();
		}
		else if (next < this.window.end && window[next] == '\r') {
			takeLineEnd();
		}
	}

	/**
	 * A carriage return, with the line feed behind it if there is one, is a line feed.
	 */
	private void takeLineEnd() throws IOException {
		boolean more = this.window.require(2);
		this.window.at += (more && this.window.bytes[this.window.at + 1] == '\n') ? 2 : 1;
		appendCodePoint('\n');
	}

	private void takeReference() throws IOException {
		this.window.require(XmlReference.MAX_LENGTH);
		int behind = XmlReference.end(this.window.bytes, this.window.at, this.window.end, this.part);
		appendCodePoint(XmlReference.codePoint(this.window.bytes, this.window.at, behind, this.part));
		this.window.at = behind;
	}

	private void takeDeclaration() throws IOException {
		this.window.require(9);
		if (this.window.startsWith("<!--")) {
			this.window.at += 4;
			this.window.skipPast("-->");
		}
		else if (this.window.startsWith("<![CDATA[")) {
			this.window.at += 9;
			takeCharacterData();
		}
		else if (this.window.startsWith("<!DOCTYPE")) {
			throw new RefusedException(ExcelMessage.DOCTYPE, this.part);
		}
		else if (this.window.isDrained()) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
		}
		else {
			throw malformed();
		}
	}

	private void takeCharacterData() throws IOException {
		while (this.window.require(3)) {
			byte next = this.window.bytes[this.window.at];
			if (next == ']' && this.window.startsWith("]]>")) {
				this.window.at += 3;
				return;
			}
			if (next == '\r') {
				takeLineEnd();
			}
			else {
				append(this.window.at, this.window.at + 1);
				this.window.at++;
			}
		}
		throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
	}

	private void append(int from, int to) throws IOException {
		if (this.open.depth() > 0) {
			this.text.append(this.window.bytes, from, to - from);
			return;
		}
		for (int i = from; i < to; i++) {
			if (!XmlTag.isSpace(this.window.bytes[i])) {
				throw malformed();
			}
		}
	}

	private void appendCodePoint(int codePoint) throws IOException {
		if (this.open.depth() > 0) {
			this.text.appendCodePoint(codePoint);
		}
		else if (codePoint != '\n') {
			throw malformed();
		}
	}

	private RefusedException malformed() {
		return new RefusedException(ExcelMessage.DAMAGED, this.part);
	}

	@Override
	public void close() throws IOException {
		this.window.close();
	}

}
