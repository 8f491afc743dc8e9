package dev.rollcall.connector.tencentcam.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import dev.rollcall.connector.tencentcam.api.CamApi;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Signs each request just before it goes out, so that one which had to wait for its turn
 * is not too old.
 */
final class SigningInterceptor implements ClientHttpRequestInterceptor {

	private static final String VERSION = "2019-01-16";

	private static final String TYPE = "application/json; charset=utf-8";

	private final Signature signature;

	private final Clock clock;

	SigningInterceptor(Signature signature, Clock clock) {
		this.signature = signature;
		this.clock = clock;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		Instant now = this.clock.instant();
		HttpHeaders headers = request.getHeaders();
		String action = String.valueOf(headers.getFirst(CamApi.ACTION));
		headers.set(HttpHeaders.CONTENT_TYPE, TYPE);
		headers.set("X-TC-Version", VERSION);
		headers.set("X-TC-Timestamp", String.valueOf(now.getEpochSecond()));
		headers.set("X-TC-Language", "zh-CN");
		Map<String, String> signed = Map.of(HttpHeaders.CONTENT_TYPE, TYPE, HttpHeaders.HOST,
				request.getURI().getAuthority(), CamApi.ACTION, action);
		headers.set(HttpHeaders.AUTHORIZATION, this.signature.authorization(now, signed, body));
		return execution.execute(request, body);
	}

}
