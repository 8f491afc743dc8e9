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

import cn.authing.sdk.java.client.ManagementClient;
import cn.authing.sdk.java.model.ManagementClientOptions;
import cn.hutool.log.dialect.console.ConsoleLog;
import cn.hutool.log.level.Level;

import static org.assertj.core.api.Assertions.assertThat;

/** The look-alike in a process of its own, as an operator starts it. */
final class Lookalike implements AutoCloseable {

	static {
		// The client writes down every call, secrets and all.
		ConsoleLog.setLevel(Level.WARN);
	}

	private final Process process;

	private final String greeting;

	private Lookalike(Process process, String greeting) {
		this.process = process;
		this.greeting = greeting;
	}

	static Lookalike start(String... options) throws IOException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		List<String> command = new ArrayList<>(
				List.of(java.toString(), "-jar", System.getProperty("rollcall.jar"), "sandbox", "authing"));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String greeting = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
			.readLine();
		assertThat(greeting).matches("\\{\"baseUrl\":\"http://127\\.0\\.0\\.1:\\d+\",\"accessKeyId\":\"\\w+\","
				+ "\"accessKeySecret\":\"\\w+\",\"organizationCode\":\"example\",\"userPoolId\":\"\\w+\"}");
		return new Lookalike(process, greeting);
	}

	ManagementClient client() throws Exception {
		return client(value("accessKeySecret"));
	}

	ManagementClient client(String secret) throws Exception {
		ManagementClientOptions options = new ManagementClientOptions();
		options.setAccessKeyId(value("accessKeyId"));
		options.setAccessKeySecret(secret);
		options.setHost(value("baseUrl"));
		return new ManagementClient(options);
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
