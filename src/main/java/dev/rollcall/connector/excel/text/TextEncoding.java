package dev.rollcall.connector.excel.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/**
 * In which encoding a text file is written: what its byte order mark says; else UTF-8 if
 * all of it is, else GB18030 if all of it is. Excel writes the last when it saves CSV on
 * a Chinese Windows.
 */
public final class TextEncoding {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final long ALL = -1;

	/**
	 * Each character of a text in GB18030 passes for UTF-8 in one case of six or less: so
	 * many do not by chance.
	 */
	private static final long ENOUGH = 8;

	private TextEncoding() {
	}

	/** The encoding that a byte order mark at the start names, if there is one. */
	public static @Nullable Charset marked(byte[] head) {
		if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
			return StandardCharsets.UTF_8;
		}
		if (startsWith(head, 0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}
		return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
	}

	/** How many bytes the byte order mark takes. */
	public static int markLength(byte[] head) {
		Charset marked = marked(head);
		return (marked == null) ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
	}

	/**
	 * The encoding of a file.
	 * @throws RefusedException when it is in none of those that are understood
	 */
	public static Charset of(Path file) throws IOException {
		Charset marked;
		try (InputStream in = Files.newInputStream(file)) {
			marked = marked(in.readNBytes(3));
		}
		if (marked != null) {
			return known(marked, understood(marked, file));
		}
		long understood = understood(StandardCharsets.UTF_8, file);
		// Somewhere in the middle it ceases to be UTF-8: damaged, or cut off.
		boolean damaged = understood >= ENOUGH;
		return (understood == ALL || damaged) ? known(StandardCharsets.UTF_8, understood)
				: known(GB18030, understood(GB18030, file));
	}

	private static Charset known(Charset charset, long understood) throws IOException {
		if (understood != ALL) {
			throw new RefusedException(ExcelMessage.CSV_ENCODING);
		}
		return charset;
	}

	/** How many characters beyond ASCII were understood before one was not. */
	private static long understood(Charset charset, Path file) throws IOException {
		CharsetDecoder decoder = charset.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
		CharBuffer chars = CharBuffer.allocate(1 << 16);
		long understood = 0;
		try (InputStream in = Files.newInputStream(file)) {
			boolean more = true;
			while (more) {
				int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
				more = count >= 0;
				bytes.position(bytes.position() + Math.max(0, count)).flip();
				CoderResult result = decoder.decode(bytes, chars.clear(), !more);
				understood += chars.flip().chars().filter((c) -> c > 0x7F).count();
				if (result.isError() || holdsNul(chars)) {
					return understood;
				}
				bytes.compact();
			}
		}
		return ALL;
	}

	/** Text has none; a program or a picture that happens to be decodable has. */
	private static boolean holdsNul(CharBuffer chars) {
		for (int i = 0; i < chars.limit(); i++) {
			if (chars.get(i) == 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean startsWith(byte[] head, int... start) {
		if (head.length < start.length) {
			return false;
		}
		for (int i = 0; i < start.length; i++) {
			if ((head[i] & 0xFF) != start[i]) {
				return false;
			}
		}
		return true;
	}

}
