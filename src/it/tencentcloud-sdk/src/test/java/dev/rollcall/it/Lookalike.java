package dev.rollcall.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** The look-alike in a process of its own, as an operator starts it. */
final class Lookalike implements AutoCloseable {

	private final Process process;

	private final String greeting;

	private Lookalike(Process process, String greeting) {
		this.process = process;
		this.greeting = greeting;
	}

	static Lookalike start(String... options) throws IOException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		List<String> command = new ArrayList<>(
				List.of(java.toString(), "-jar", System.getProperty("rollcall.jar"), "sandbox", "cam"));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String greeting = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
			.readLine();
		assertThat(greeting).matches("\\{\"baseUrl\":\"http://127\\.0\\.0\\.1:\\d+\",\"secretId\":\"AKID\\w{32}\","
				+ "\"secretKey\":\"\\w{32}\"}");
		return new Lookalike(process, greeting);
	}

	/** Signs for the look-alike's own address. */
	CamClient client() {
		HttpProfile http = http();
		http.setEndpoint(address());
		return client(http, value("secretKey"));
	}

	/** Signs for the real CAM, as behind a gateway. */
	CamClient gateway() {
		HttpProfile http = http();
		http.setApigwEndpoint(address());
		return client(http, value("secretKey"));
	}

	CamClient client(HttpProfile http, String secret) {
		ClientProfile profile = new ClientProfile();
		profile.setHttpProfile(http);
		return new CamClient(new Credential(value("secretId"), secret), "", profile);
	}

	HttpProfile http() {
		HttpProfile http = new HttpProfile();
		http.setProtocol(HttpProfile.REQ_HTTP);
		http.setConnTimeout(10);
		http.setReadTimeout(30);
		http.setWriteTimeout(30);
		return http;
	}

	String address() {
		return URI.create(value("baseUrl")).getAuthority();
	}

	void tell(String desk, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(value("baseUrl") + "/__sandbox/" + desk))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
	}

	String value(String key) {
		Matcher value = Pattern.compile("\"" + key + "\":\"([^\"]+)\"").matcher(this.greeting);
		assertThat(value.find()).isTrue();
		return value.group(1);
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor()).isIn(0, 143);
	}

}
