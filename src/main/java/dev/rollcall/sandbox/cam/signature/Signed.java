package dev.rollcall.sandbox.cam.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.rollcall.sandbox.Request;
import org.jspecify.annotations.Nullable;

/**
 * What of a call is signed: its method, its query, some headers and its body.
 *
 * @param method in capitals
 * @param query as it came, empty without one
 * @param header the value of a header by its name, null when it is absent
 * @param body its hash, in hexadecimal digits
 * @see <a href="https://cloud.tencent.com/document/api/598/33159">Tencent Cloud,
 * signature v3</a>
 */
record Signed(String method, String query, UnaryOperator<@Nullable String> header, String body) {

	static Signed of(Request request) {
		return of(request.method(), request.rawQuery(), request::header, request.body());
	}

	static Signed of(String method, String query, UnaryOperator<@Nullable String> header, byte[] body) {
		return new Signed(method, query, header, hash(body));
	}

	/** The same as if it had been sent to another host. */
	Signed to(String host) {
		return new Signed(this.method, this.query, (name) -> name.equals("host") ? host : this.header.apply(name),
				this.body);
	}

	/** The signature that it must bear. */
	String signature(Claim claim, String timestamp, String secretKey) {
		String scope = claim.date() + "/" + claim.service() + "/tc3_request";
		String text = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hash(bytes(canonical(claim)));
		byte[] key = bytes("TC3" + secretKey);
		for (String step : scope.split("/")) {
			key = seal(key, step);
		}
		return HexFormat.of().formatHex(seal(key, text));
	}

	private String canonical(Claim claim) {
		StringBuilder text = new StringBuilder(this.method).append("\n/\n").append(this.query).append('\n');
		TreeSet<String> names = new TreeSet<>(claim.headers());
		for (String name : names) {
			String value = this.header.apply(name);
			text.append(name).append(':').append((value != null) ? value.strip().toLowerCase(Locale.ROOT) : "");
			text.append('\n');
		}
		return text.append('\n').append(String.join(";", names)).append('\n').append(this.body).toString();
	}

	private static byte[] seal(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String hash(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
