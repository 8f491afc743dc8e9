package dev.rollcall.sandbox.cam.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Lets those pass who have signed their calls with the key. Safe for use by many threads.
 */
public final class Gate {

	/** By how many seconds clocks may differ. */
	private static final long SKEW = 300;

	private final AccessKey key;

	private final Clock clock;

	private volatile Set<String> hosts = Set.of();

	private volatile long ahead;

	public Gate(AccessKey key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Calls are good that were signed for one of these hosts, whichever they were sent
	 * to: Tencent Cloud's own client can sign for the real one what it sends here.
	 */
	public void answerTo(Set<String> others) {
		this.hosts = Set.copyOf(others);
	}

	/** By how many seconds its clock is ahead of the time. */
	public long ahead() {
		return this.ahead;
	}

	public void ahead(long seconds) {
		this.ahead = seconds;
	}

	/**
	 * Checks a call.
	 * @throws Refused when it is not signed as it must be
	 */
	public void check(Request request) {
		Claim claim = Claim.of(request.header("Authorization"));
		String timestamp = timestamp(request.header("X-TC-Timestamp"), claim);
		if (!claim.secretId().equals(this.key.id())) {
			throw Refused
				.because(claim.secretId().startsWith("AKID") ? Code.SECRET_ID_NOT_FOUND : Code.INVALID_SECRET_ID);
		}
		String token = request.header("X-TC-Token");
		if (token != null && !token.isEmpty()) {
			throw Refused.because(Code.TOKEN_FAILURE);
		}
		if (!isSigned(Signed.of(request), claim, timestamp)) {
			throw Refused.because(Code.SIGNATURE_FAILURE);
		}
	}

	private boolean isSigned(Signed signed, Claim claim, String timestamp) {
		Set<String> services = new HashSet<>(Set.of("cam"));
		this.hosts.forEach((host) -> services.add(host.split("[.:]", 2)[0]));
		return services.contains(claim.service()) && this.hosts.stream().anyMatch((host) -> {
			String wanted = signed.to(host).signature(claim, timestamp, this.key.secret());
			return MessageDigest.isEqual(bytes(wanted), bytes(claim.signature()));
		});
	}

	private String timestamp(@Nullable String header, Claim claim) {
		if (header == null) {
			throw Refused.because(Code.MISSING_PARAMETER, "X-TC-Timestamp");
		}
		if (!header.matches("\\d{1,11}")) {
			throw Refused.because(Code.INVALID_PARAMETER, "X-TC-Timestamp");
		}
		Instant signed = Instant.ofEpochSecond(Long.parseLong(header));
		if (Math.abs(this.clock.instant().getEpochSecond() + this.ahead - signed.getEpochSecond()) > SKEW) {
			throw Refused.because(Code.SIGNATURE_EXPIRE);
		}
		if (!LocalDate.ofInstant(signed, ZoneOffset.UTC).toString().equals(claim.date())) {
			throw Refused.because(Code.SIGNATURE_FAILURE);
		}
		return header;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
