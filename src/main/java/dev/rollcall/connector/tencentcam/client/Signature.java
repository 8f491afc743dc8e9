package dev.rollcall.connector.tencentcam.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as Tencent Cloud asks (TC3-HMAC-SHA256), over the body and some headers.
 *
 * @see <a href="https://cloud.tencent.com/document/api/598/33159">Tencent Cloud,
 * signature v3</a>
 */
final class Signature {

	private static final String ALGORITHM = "TC3-HMAC-SHA256";

	private static final String TERMINATOR = "tc3_request";

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final CamKey key;

	private final String service;

	/**
	 * Signs for one service.
	 * @param service the first label of its host, such as {@code cam}
	 */
	Signature(CamKey key, String service) {
		this.key = key;
		this.service = service;
	}

	/**
	 * What goes into the header {@code Authorization} of a POST without a query.
	 * @param headers those that are signed, by their names; at least the content type and
	 * the host
	 */
	String authorization(Instant time, Map<String, String> headers, byte[] body) {
		SortedMap<String, String> signed = new TreeMap<>();
		headers.forEach((name, value) -> signed.put(lower(name), lower(value).strip()));
		String names = String.join(";", signed.keySet());
		String scope = DATE.format(time) + "/" + this.service + "/" + TERMINATOR;
		String text = String.join("\n", ALGORITHM, String.valueOf(time.getEpochSecond()), scope,
				sha256(bytes(canonical(signed, names, body))));
		String signature = HexFormat.of().formatHex(hmac(derived(time), text));
		return ALGORITHM + " Credential=" + this.key.secretId() + "/" + scope + ", SignedHeaders=" + names
				+ ", Signature=" + signature;
	}

	private static String canonical(SortedMap<String, String> headers, String names, byte[] body) {
		StringBuilder text = new StringBuilder("POST\n/\n\n");
		headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
		return text.append('\n').append(names).append('\n').append(sha256(body)).toString();
	}

	/** A key that is good for one day and one service only. */
	private byte[] derived(Instant time) {
		byte[] day = hmac(bytes("TC3" + this.key.secretKey()), DATE.format(time));
		return hmac(hmac(day, this.service), TERMINATOR);
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
