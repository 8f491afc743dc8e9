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
 * {@link #bytes} directly and fall back to this class.
 */
final class XmlScanner implements Closeable {

	static final int START = 1;

	static final int END = 2;

	static final int TEXT = 3;

	static final int DOCUMENT_END = 4;

	/** The longest tag or text; Excel's longest text has some 96 KB. */
	static final int MAX_TOKEN = 512 * 1024;

	static final int MAX_DEPTH = 256;

	/** Unused bytes behind the window, so that eight bytes can be read at any place. */
	static final int PADDING = 8;

	/** The window on the document: from {@link #at} to before {@link #end}. */
	byte[] bytes;

	/** The next byte that was not consumed. */
	int at;

	int end;

	private final InputStream in;

	private final String part;

	private final XmlTag tag;

	private final XmlElements open;

	private final ByteText text;

	private boolean drained;

	private boolean endPending;

	private boolean begun;

	XmlScanner(InputStream utf8, String part) {
		this(utf8, part, 64 * 1024);
	}

	XmlScanner(InputStream utf8, String part, int window) {
		this.in = utf8;
		this.part = part;
		this.bytes = new byte[window + PADDING];
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
		while (this.at < this.end || fill()) {
			byte first = this.bytes[this.at];
			if (first != '<') {
				takeText();
				continue;
			}
			if (!require(2)) {
				break;
			}
			byte second = this.bytes[this.at + 1];
			if (second == '!') {
				takeDeclaration();
			}
			else if (second == '?') {
				skipPast("?>");
			}
			else if (!this.text.isEmpty()) {
				return TEXT;
			}
			else {
				return (second == '/') ? endTag() : startTag();
			}
		}
		if (this.open.depth() > 0 || !this.begun || this.at < this.end) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
		}
		return DOCUMENT_END;
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
		while ((behind = this.tag.parse(this.bytes, this.at, this.end)) < 0) {
			if (!fill()) {
				throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
			}
		}
		this.at = behind;
		this.begun = true;
		this.endPending = this.tag.isEmptyElement();
		this.open.push(this.bytes, this.tag);
		return START;
	}

	private int endTag() throws IOException {
		int close;
		while ((close = find((byte) '>', this.at)) < 0) {
			if (!fill()) {
				throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
			}
		}
		this.open.pop(this.bytes, this.at + 2, close);
		this.at = close + 1;
		return END;
	}

	private void takeText() throws IOException {
		byte[] window = this.bytes;
		int from = this.at;
		int next = from;
		while (next < this.end && window[next] != '<' && window[next] != '&' && window[next] != '\r') {
			next++;
		}
		append(from, next);
		this.at = next;
		if (next < this.end && window[next] == '&') {
			takeReference();
		}
		else if (next < this.end && window[next] == '\r') {
			takeLineEnd();
		}
	}

	/**
	 * A carriage return, with the line feed behind it if there is one, is a line feed.
	 */
	private void takeLineEnd() throws IOException {
		boolean more = require(2);
		this.at += (more && this.bytes[this.at + 1] == '\n') ? 2 : 1;
		appendCodePoint('\n');
	}

	private void takeReference() throws IOException {
		require(XmlReference.MAX_LENGTH);
		int behind = XmlReference.end(this.bytes, this.at, this.end, this.part);
		appendCodePoint(XmlReference.codePoint(this.bytes, this.at, behind, this.part));
		this.at = behind;
	}

	private void takeDeclaration() throws IOException {
		require(9);
		if (startsWith("<!--")) {
			this.at += 4;
			skipPast("-->");
		}
		else if (startsWith("<![CDATA[")) {
			this.at += 9;
			takeCharacterData();
		}
		else if (startsWith("<!DOCTYPE")) {
			throw new RefusedException(ExcelMessage.DOCTYPE, this.part);
		}
		else if (this.drained) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
		}
		else {
			throw malformed();
		}
	}

	private void takeCharacterData() throws IOException {
		while (require(3)) {
			byte next = this.bytes[this.at];
			if (next == ']' && startsWith("]]>")) {
				this.at += 3;
				return;
			}
			if (next == '\r') {
				takeLineEnd();
			}
			else {
				append(this.at, this.at + 1);
				this.at++;
			}
		}
		throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
	}

	private void skipPast(String terminator) throws IOException {
		byte last = (byte) terminator.charAt(terminator.length() - 1);
		int before = terminator.length() - 1;
		while (require(terminator.length())) {
			int found = find(last, this.at + before);
			if (found < 0) {
				this.at = this.end - before;
				continue;
			}
			this.at = found - before;
			if (startsWith(terminator)) {
				this.at = found + 1;
				return;
			}
			this.at++;
		}
		throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
	}

	private void append(int from, int to) throws IOException {
		if (this.open.depth() > 0) {
			this.text.append(this.bytes, from, to - from);
			return;
		}
		for (int i = from; i < to; i++) {
			if (!XmlTag.isSpace(this.bytes[i])) {
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

	private boolean startsWith(String ascii) {
		if (this.end - this.at < ascii.length()) {
			return false;
		}
		for (int i = 0; i < ascii.length(); i++) {
			if (this.bytes[this.at + i] != ascii.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private int find(byte wanted, int from) {
		for (int i = from; i < this.end; i++) {
			if (this.bytes[i] == wanted) {
				return i;
			}
		}
		return -1;
	}

	/** Makes the window at least so many bytes wide; false when the document ends. */
	boolean require(int count) throws IOException {
		while (this.end - this.at < count) {
			if (!fill()) {
				return false;
			}
		}
		return true;
	}

	private boolean fill() throws IOException {
		if (this.drained) {
			return false;
		}
		if (this.at > 0) {
			System.arraycopy(this.bytes, this.at, this.bytes, 0, this.end - this.at);
			this.end -= this.at;
			this.at = 0;
		}
		int room = this.bytes.length - PADDING - this.end;
		if (room == 0) {
			if (this.end >= MAX_TOKEN) {
				throw new RefusedException(ExcelMessage.TOO_LONG, this.part, MAX_TOKEN / 1024);
			}
			this.bytes = Arrays.copyOf(this.bytes, Math.min(this.end * 2, MAX_TOKEN) + PADDING);
			room = this.bytes.length - PADDING - this.end;
		}
		int count = this.in.read(this.bytes, this.end, room);
		this.drained = count < 0;
		this.end += Math.max(0, count);
		return !this.drained;
	}

	private RefusedException malformed() {
		return new RefusedException(ExcelMessage.DAMAGED, this.part);
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
