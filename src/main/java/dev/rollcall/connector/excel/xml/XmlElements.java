package dev.rollcall.connector.excel.xml;

import java.io.IOException;
import java.util.Arrays;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.EightBytes;

/**
 * The elements of an XML document that are open, innermost last, by their full names; and
 * the name of the one that was opened or closed last.
 */
final class XmlElements {

	private final String part;

	private byte[] names = new byte[1024];

	/** For each open element, where its name starts, and its local name. */
	private final int[] starts = new int[XmlScanner.MAX_DEPTH + 1];

	private final int[] locals = new int[XmlScanner.MAX_DEPTH];

	private final long[] packed = new long[XmlScanner.MAX_DEPTH];

	private int depth;

	private int last;

	XmlElements(String part) {
		this.part = part;
	}

	int depth() {
		return this.depth;
	}

	long name() {
		return this.packed[this.last];
	}

	boolean named(String name) {
		int from = this.locals[this.last];
		if (this.starts[this.last + 1] - from != name.length()) {
			return false;
		}
		for (int i = 0; i < name.length(); i++) {
			if (this.names[from + i] != name.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	void push(byte[] window, XmlTag tag) throws IOException {
		if (this.depth == XmlScanner.MAX_DEPTH) {
			throw new RefusedException(ExcelMessage.DAMAGED, this.part);
		}
		int start = this.starts[this.depth];
		int length = tag.nameTo() - tag.nameFrom();
		if (start + length > this.names.length) {
			this.names = Arrays.copyOf(this.names, (start + length) * 2);
		}
		System.arraycopy(window, tag.nameFrom(), this.names, start, length);
		this.locals[this.depth] = start + tag.localFrom() - tag.nameFrom();
		this.packed[this.depth] = EightBytes.pack(window, tag.localFrom(), tag.nameTo());
		this.last = this.depth++;
		this.starts[this.depth] = start + length;
	}

	/** Closes the innermost element, which has no end tag of its own. */
	void pop() {
		this.last = --this.depth;
	}

	/**
	 * Closes the innermost element, whose name must stand at the start of these bytes.
	 */
	void pop(byte[] window, int from, int to) throws IOException {
		if (this.depth == 0) {
			throw new RefusedException(ExcelMessage.DAMAGED, this.part);
		}
		int start = this.starts[this.depth - 1];
		int nameTo = from + this.starts[this.depth] - start;
		if (nameTo > to || !Arrays.equals(window, from, nameTo, this.names, start, this.starts[this.depth])) {
			throw new RefusedException(ExcelMessage.DAMAGED, this.part);
		}
		for (int i = nameTo; i < to; i++) {
			if (!XmlTag.isSpace(window[i])) {
				throw new RefusedException(ExcelMessage.DAMAGED, this.part);
			}
		}
		pop();
	}

}
