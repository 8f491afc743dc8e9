package dev.rollcall.sandbox.cam.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Signatures that Tencent Cloud publishes, and such as its own client makes for CAM. */
class SignedTests {

	private static final String SECRET = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

	private static final String TIME = "1551113065";

	private static final String PUBLISHED = "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], "
			+ "\"Name\": \"instance-name\"}]}";

	private static final String ADD_USER = "{\"Name\":\"ZhangSan\",\"Remark\":\"张三\",\"ConsoleLogin\":0,\"UseApi\":0}";

	@Test
	void isTheOneThatIsPublished() {
		assertThat(signature("cvm", "DescribeInstances", PUBLISHED, "content-type", "host"))
			.isEqualTo("72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
	}

	@Test
	void isTheOneForCamWithTwoAndWithThreeHeaders() {
		assertThat(signature("cam", "AddUser", ADD_USER, "content-type", "host"))
			.isEqualTo("a4a362b6611ae82c11acb08f088b2b5fa7ec04a0f495431c2f5e9de8789875bc");
		assertThat(signature("cam", "AddUser", ADD_USER, "content-type", "host", "x-tc-action"))
			.isEqualTo("ed7e360f26f04462439aff75dbf3ea1c55bf77ed650af18a52b696008d8108b6");
	}

	@Test
	void readsWhoACallerSaysToBe() {
		Claim claim = Claim.of("TC3-HMAC-SHA256 Credential=AKIDx/2019-02-25/cam/tc3_request, "
				+ "SignedHeaders=content-type;host;x-tc-action, Signature=" + "0a".repeat(32));

		assertThat(claim).isEqualTo(new Claim("AKIDx", "2019-02-25", "cam",
				List.of("content-type", "host", "x-tc-action"), "0a".repeat(32)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer x", "TC3-HMAC-SHA256 Credential=a/2019-02-25/cam/tc3_request",
			"TC3-HMAC-SHA256 Credential=a/2019-02-25/tc3_request, SignedHeaders=content-type;host, Signature=SIGNATURE",
			"TC3-HMAC-SHA256 Credential=a/2019-02-25/cam/tc3_request, SignedHeaders=host, Signature=SIGNATURE",
			"TC3-HMAC-SHA256 Credential=a/2019-02-25/cam/tc3_request, SignedHeaders=content-type, Signature=SIGNATURE" })
	void refusesWhatIsNoProperClaim(String header) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> Claim.of(header.replace("SIGNATURE", "00".repeat(32))))
			.matches((refused) -> refused.code() == Code.INVALID_AUTHORIZATION);
	}

	private static String signature(String service, String action, String body, String... headers) {
		Map<String, String> sent = Map.of("content-type", "application/json; charset=utf-8", "host", "127.0.0.1:80",
				"x-tc-action", action);
		Claim claim = new Claim("AKIDx", "2019-02-25", service, List.of(headers), "");
		return Signed.of("POST", "", sent::get, body.getBytes(StandardCharsets.UTF_8))
			.to(service + ".tencentcloudapi.com")
			.signature(claim, TIME, SECRET);
	}

}
