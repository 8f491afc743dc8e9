package dev.rollcall.sandbox.wecom.imports;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Signs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that were uploaded, for three days.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/96484">WeCom,
 * upload</a>
 */
public final class MediaStore {

	private static final int LEAST = 6;

	private static final int MOST = 20 * 1024 * 1024;

	private static final Duration LIFE = Duration.ofDays(3);

	private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)");

	private static final Pattern MEDIA = Pattern.compile("(?i)content-disposition:[^\r\n]*[; ]name=\"?media\"?[;\r\n]");

	private final Map<String, Stored> files = new HashMap<>();

	private final Clock clock;

	private final SplittableRandom chance;

	/** Bytes as characters of one byte each. */
	private record Stored(String bytes, Instant end) {

	}

	MediaStore(Clock clock, long seed) {
		this.clock = clock;
		this.chance = new SplittableRandom(seed ^ 0x6d65646961L);
	}

	public ObjectNode upload(Question question) {
		String bytes = media(question.request());
		if (bytes == null || bytes.length() < LEAST) {
			throw Refused.because(Code.EMPTY_FILE);
		}
		if (bytes.length() > MOST) {
			throw Refused.because(Code.FILE_TOO_LARGE);
		}
		Instant now = this.clock.instant();
		String id = Signs.any(this.chance, 48);
		this.files.values().removeIf((file) -> file.end().isBefore(now));
		this.files.put(id, new Stored(bytes, now.plus(LIFE)));
		return Json.object()
			.put("errmsg", "")
			.put("type", "file")
			.put("media_id", id)
			.put("created_at", String.valueOf(now.getEpochSecond()));
	}

	/**
	 * What was uploaded.
	 * @throws Refused when there is none such, or no longer
	 */
	byte[] file(@Nullable String id) {
		if (id == null || id.isEmpty()) {
			throw Refused.because(Code.MEDIA_MISSING);
		}
		Stored file = this.files.get(id);
		if (file == null || file.end().isBefore(this.clock.instant())) {
			throw Refused.because(Code.INVALID_MEDIA);
		}
		return file.bytes().getBytes(StandardCharsets.ISO_8859_1);
	}

	/** The part of a form that is named {@code media}. */
	private static @Nullable String media(Request request) {
		Matcher boundary = BOUNDARY.matcher(request.contentType());
		if (!boundary.find()) {
			return null;
		}
		String form = new String(request.body(), StandardCharsets.ISO_8859_1);
		String line = "--" + boundary.group(1);
		for (int at = form.indexOf(line); at >= 0;) {
			int head = at + line.length();
			int body = form.indexOf("\r\n\r\n", head);
			int end = form.indexOf("\r\n" + line, head);
			if (body < 0 || end < 0) {
				return null;
			}
			if (MEDIA.matcher(form.substring(head, body + 2)).find()) {
				return form.substring(Math.min(body + 4, end), end);
			}
			at = end + 2;
		}
		return null;
	}

}
