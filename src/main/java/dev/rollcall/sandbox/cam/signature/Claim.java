package dev.rollcall.sandbox.cam.signature;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Who a caller says to be, in the header {@code Authorization}.
 *
 * @param secretId whose key it is signed with
 * @param date the day, as UTC has it
 * @param service what is called, such as {@code cam}
 * @param headers which headers are signed
 * @param signature what proves it, in hexadecimal digits
 */
record Claim(String secretId, String date, String service, List<String> headers, String signature) {

	private static final Pattern FORM = Pattern
		.compile("TC3-HMAC-SHA256 +Credential=([^/, ]+)/(\\d{4}-\\d{2}-\\d{2})/([^/, ]+)/tc3_request, *"
				+ "SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})");

	Claim {
		headers = List.copyOf(headers);
	}

	/**
	 * What a header says.
	 * @throws Refused when it has not the form that it must have, or leaves out what must
	 * be signed
	 */
	static Claim of(@Nullable String header) {
		Matcher form = FORM.matcher((header != null) ? header.strip() : "");
		if (!form.matches()) {
			throw Refused.because(Code.INVALID_AUTHORIZATION);
		}
		List<String> headers = List.of(form.group(4).split(";"));
		if (!headers.containsAll(List.of("content-type", "host"))) {
			throw Refused.because(Code.INVALID_AUTHORIZATION, "SignedHeaders");
		}
		return new Claim(form.group(1), form.group(2), form.group(3), headers, form.group(5));
	}

}
