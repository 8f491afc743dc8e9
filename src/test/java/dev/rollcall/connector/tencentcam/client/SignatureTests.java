package dev.rollcall.connector.tencentcam.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	private static final CamKey KEY = new CamKey("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
			"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");

	private static final Instant TIME = Instant.ofEpochSecond(1_551_113_065);

	private static final String TYPE = "application/json; charset=utf-8";

	private static final String ADD_USER = "{\"Name\":\"ZhangSan\",\"Remark\":\"张三\",\"ConsoleLogin\":0,\"UseApi\":0}";

	@Test
	void isTheOneThatTencentCloudPublishes() {
		String body = "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
		assertThat(new Signature(KEY, "cvm").authorization(TIME,
				Map.of("Content-Type", TYPE, "Host", "cvm.tencentcloudapi.com"), bytes(body)))
			.isEqualTo("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, "
					+ "SignedHeaders=content-type;host, "
					+ "Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
	}

	@Test
	void signsChineseAsItGoesOverTheWire() {
		assertThat(new Signature(KEY, "cam").authorization(TIME,
				Map.of("Content-Type", TYPE, "Host", "cam.tencentcloudapi.com"), bytes(ADD_USER)))
			.endsWith("Signature=a4a362b6611ae82c11acb08f088b2b5fa7ec04a0f495431c2f5e9de8789875bc");
	}

	@Test
	void signsTheActionInSmallLetters() {
		Map<String, String> headers = Map.of("Content-Type", TYPE, "Host", "cam.tencentcloudapi.com", "X-TC-Action",
				"AddUser");
		assertThat(new Signature(KEY, "cam").authorization(TIME, headers, bytes(ADD_USER)))
			.contains("SignedHeaders=content-type;host;x-tc-action,")
			.endsWith("Signature=ed7e360f26f04462439aff75dbf3ea1c55bf77ed650af18a52b696008d8108b6");
	}

	private static byte[] bytes(String body) {
		return body.getBytes(StandardCharsets.UTF_8);
	}

}
