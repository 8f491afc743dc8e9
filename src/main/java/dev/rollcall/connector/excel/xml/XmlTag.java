package dev.rollcall.connector.excel.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;

/**
 * The start tag that {@link XmlScanner} read last: its name and its attributes, as places
 * in the scanner's window. Valid until the next token is read.
 */
public final class XmlTag {

	private static final byte SPACE = 1;

	private static final byte NAME_END = 2;

	private static final byte[] CLASSES = classes();

	private final String part;

	private byte[] bytes = new byte[EightBytes.PADDING];

	private int nameFrom;

	private int localFrom;

	private int nameTo;

	private boolean emptyElement;

	private int count;

	/**
	 * For each attribute: first byte of the local name, behind it, the same of the value.
	 */
	private int[] places = new int[64];

	private long[] names = new long[16];

	XmlTag(String part) {
		this.part = part;
	}

	static boolean isSpace(byte b) {
		return b == ' ' || b == '\n' || b == '\t' || b == '\r';
	}

	/** The first byte of the element's name, prefix and all. */
	int nameFrom() {
		return this.nameFrom;
	}

	int localFrom() {
		return this.localFrom;
	}

	int nameTo() {
		return this.nameTo;
	}

	/** Whether the tag also ends the element. */
	boolean isEmptyElement() {
		return this.emptyElement;
	}

	/**
	 * Reads a tag.
	 * @param from where it starts
	 * @param to where the window ends
	 * @return the place behind it, -1 when it does not end in the window
	 */
	int parse(byte[] window, int from, int to) throws IOException {
		this.bytes = window;
		this.count = 0;
		int next = name(from + 1, to);
		if (next < 0) {
			return -1;
		}
		this.nameFrom = from + 1;
		this.localFrom = local(from + 1, next);
		this.nameTo = next;
		while (true) {
			int behind = skipSpace(next, to);
			if (behind >= to) {
				return -1;
			}
			if (window[behind] == '>') {
				this.emptyElement = false;
				return behind + 1;
			}
			if (window[behind] == '/') {
				return emptyEnd(behind, to);
			}
			if (behind == next) {
				throw malformed();
			}
			next = attribute(behind, to);
			if (next < 0) {
				return -1;
			}
		}
	}

	private int emptyEnd(int slash, int to) throws IOException {
		if (slash + 1 >= to) {
			return -1;
		}
		if (this.bytes[slash + 1] != '>') {
			throw malformed();
		}
		this.emptyElement = true;
		return slash + 2;
	}

	private int attribute(int from, int to) throws IOException {
		int nameEnd = name(from, to);
		int equals = (nameEnd < 0) ? to : skipSpace(nameEnd, to);
		if (equals >= to) {
			return -1;
		}
		if (this.bytes[equals] != '=') {
			throw malformed();
		}
		int quote = skipSpace(equals + 1, to);
		if (quote >= to) {
			return -1;
		}
		byte mark = this.bytes[quote];
		if (mark != '"' && mark != '\'') {
			throw malformed();
		}
		int close = quote + 1;
		while (close < to && this.bytes[close] != mark) {
			if (this.bytes[close] == '<') {
				throw malformed();
			}
			close++;
		}
		if (close >= to) {
			return -1;
		}
		add(from, nameEnd, quote + 1, close);
		return close + 1;
	}

	private void add(int nameFrom, int nameTo, int valueFrom, int valueTo) throws IOException {
		if (this.count == this.names.length) {
			this.names = Arrays.copyOf(this.names, this.count * 2);
			this.places = Arrays.copyOf(this.places, this.count * 8);
		}
		int local = local(nameFrom, nameTo);
		int place = this.count * 4;
		this.places[place] = local;
		this.places[place + 1] = nameTo;
		this.places[place + 2] = valueFrom;
		this.places[place + 3] = valueTo;
		this.names[this.count++] = (local == nameFrom) ? EightBytes.pack(this.bytes, nameFrom, nameTo) : 0;
	}

	/** The end of the name that starts here; -1 when it does not end in the window. */
	private int name(int from, int to) throws IOException {
		int next = from;
		while (next < to && CLASSES[this.bytes[next] & 0xFF] == 0) {
			next++;
		}
		if (next == to) {
			return -1;
		}
		byte behind = this.bytes[next];
		if (next == from || behind == '<' || behind == '"' || behind == '\'' || behind == '&') {
			throw malformed();
		}
		return next;
	}

	private int local(int from, int to) throws IOException {
		int local = from;
		for (int i = from; i < to; i++) {
			if (this.bytes[i] == ':') {
				local = i + 1;
			}
		}
		if (local == to) {
			throw malformed();
		}
		return local;
	}

	private int skipSpace(int from, int to) {
		int next = from;
		while (next < to && isSpace(this.bytes[next])) {
			next++;
		}
		return next;
	}

	/** The attribute without a prefix that has this packed name, or -1. */
	public int find(long packed) {
		for (int i = 0; i < this.count; i++) {
			if (this.names[i] == packed) {
				return i;
			}
		}
		return -1;
	}

	/** Where in the window the value of an attribute starts. */
	public int valueFrom(int attribute) {
		return this.places[attribute * 4 + 2];
	}

	/** Behind the value of an attribute. */
	public int valueTo(int attribute) {
		return this.places[attribute * 4 + 3];
	}

	int attributes() {
		return this.count;
	}

	String localName(int attribute) {
		int place = attribute * 4;
		return new String(this.bytes, this.places[place], this.places[place + 1] - this.places[place],
				StandardCharsets.UTF_8);
	}

	/**
	 * The value of an attribute by its local name, whatever its prefix; null if absent.
	 */
	public @Nullable String value(String name) throws IOException {
		for (int i = 0; i < this.count; i++) {
			if (localName(i).equals(name)) {
				return value(i);
			}
		}
		return null;
	}

	/** The value with its references replaced. */
	public String value(int attribute) throws IOException {
		ByteText text = new ByteText(this.part);
		int to = valueTo(attribute);
		int next = valueFrom(attribute);
		while (next < to) {
			byte b = this.bytes[next];
			if (b == '&') {
				int behind = XmlReference.end(this.bytes, next, to, this.part);
				text.appendCodePoint(XmlReference.codePoint(this.bytes, next, behind, this.part));
				next = behind;
				continue;
			}
			if (b == '\r' && next + 1 < to && this.bytes[next + 1] == '\n') {
				next++;
			}
			if (isSpace(b)) {
				text.appendCodePoint(' ');
			}
			else {
				text.append(this.bytes, next, 1);
			}
			next++;
		}
		return text.toString();
	}

	private RefusedException malformed() {
		return new RefusedException(ExcelMessage.DAMAGED, this.part);
	}

	private static byte[] classes() {
		byte[] classes = new byte[256];
		for (char c : " \t\r\n".toCharArray()) {
			classes[c] = SPACE;
		}
		for (char c : "/>=<\"'&".toCharArray()) {
			classes[c] = NAME_END;
		}
		return classes;
	}

}
