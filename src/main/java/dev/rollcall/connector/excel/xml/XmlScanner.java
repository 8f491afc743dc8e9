package dev.rollcall.connector.excel.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;

/**
 * Pulls the tokens of an XML document out of UTF-8 bytes, without namespaces: an element
 * is known by its local name, whatever its prefix. Comments and instructions are left
 * out, CDATA is text, text on both sides of what is left out is one token.
 *
 * <p>
 * Always holds: when {@link #DOCUMENT_END} is returned, every element was closed by its
 * own end tag and the stream was read to its end. A DOCTYPE, a tag or text beyond
 * {@value ByteText#MAX_LENGTH} bytes, and nesting beyond {@value #MAX_DEPTH} are refused.
 *
 * <p>
 * Exists because a library's parser costs as much as all other work on a workbook of a
 * million rows together. Who knows how a document is mostly written can look at the
 * {@link #window} directly, and come back for what is written otherwise.
 */
public final class XmlScanner implements Closeable {

	/** A start tag. */
	public static final int START = 1;

	/** An end tag, or the end of an element without content. */
	public static final int END = 2;

	/** Text between tags. */
	public static final int TEXT = 3;

	/** Nothing comes behind. */
	public static final int DOCUMENT_END = 4;

	static final int MAX_DEPTH = 256;

	private final XmlWindow window;

	private final String part;

	private final XmlTag tag;

	private final XmlElements open;

	private final ByteText text;

	private boolean endPending;

	private boolean begun;

	/**
	 * Scans a document.
	 * @param utf8 without a byte order mark, see {@link XmlEncoding}
	 * @param part what it is called, for sentences
	 */
	public XmlScanner(InputStream utf8, String part) {
		this(utf8, part, 64 * 1024);
	}

	/** As above, with a window that has so many bytes at first. */
	public XmlScanner(InputStream utf8, String part, int window) {
		this.window = new XmlWindow(utf8, part, window);
		this.part = part;
		this.text = new ByteText(part);
		this.tag = new XmlTag(part);
		this.open = new XmlElements(part);
	}

	/** The next token. */
	public int next() throws IOException {
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
	public XmlWindow window() {
		return this.window;
	}

	/** How many elements are open. */
	public int depth() {
		return this.open.depth();
	}

	/**
	 * The local name of the element that was started or ended last, packed; 0 if it has
	 * more than eight bytes.
	 * @see EightBytes#pack(String)
	 */
	public long name() {
		return this.open.name();
	}

	/** Whether that element has this local name, however long. */
	public boolean named(String name) {
		return this.open.named(name);
	}

	/** The attributes of the element that was started last. */
	public XmlTag tag() {
		return this.tag;
	}

	/** The text of the last token, if it was one. */
	ByteText text() {
		return this.text;
	}

	/**
	 * Whether the next token ends the element just started, without a byte of its own.
	 */
	public boolean isEndPending() {
		return this.endPending;
	}

	/** Passes over the rest of the element that was just started. */
	public void skipElement() throws IOException {
		for (int outside = depth() - 1; depth() > outside;) {
			next();
		}
	}

	/** Collects all text of the element that was just started, and passes over it. */
	public void elementText(ByteText into) throws IOException {
		for (int outside = depth() - 1; depth() > outside;) {
			if (next() == TEXT) {
				into.append(this.text.bytes(), 0, this.text.length());
			}
		}
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
