package dev.rollcall.connector.excel.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.TextEncoding;

/**
 * Finds out in which encoding an XML document is written, by its byte order mark, its
 * first bytes or its declaration, and hands it over as UTF-8.
 *
 * @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, appendix F</a>
 */
public final class XmlEncoding {

	private static final Pattern DECLARED = Pattern
		.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

	private static final int LOOK_AT = 256;

	private XmlEncoding() {
	}

	/** The document as UTF-8 without a byte order mark. */
	public static InputStream utf8(InputStream document, String part) throws IOException {
		byte[] head = document.readNBytes(LOOK_AT);
		int mark = TextEncoding.markLength(head);
		Charset charset = charset(head, part);
		InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), document);
		return charset.equals(StandardCharsets.UTF_8) ? whole : new TranscodedStream(whole, charset, part);
	}

	private static Charset charset(byte[] head, String part) throws IOException {
		Charset marked = TextEncoding.marked(head);
		if (marked != null) {
			return marked;
		}
		if (startsWith(head, '<', 0) || startsWith(head, 0, '<')) {
			return (head[0] == 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
		}
		Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
		if (!declared.find()) {
			return StandardCharsets.UTF_8;
		}
		try {
			Charset charset = Charset.forName(declared.group(1));
			return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw new RefusedException(ExcelMessage.ENCODING, part, declared.group(1)).because(ex);
		}
	}

	private static boolean startsWith(byte[] head, int first, int second) {
		return head.length >= 2 && head[0] == first && head[1] == second;
	}

}
