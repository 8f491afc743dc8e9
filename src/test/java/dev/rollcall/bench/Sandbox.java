package dev.rollcall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A look-alike, a process of its own, each call of which takes at least so long as one
 * over the internet does.
 */
final class Sandbox implements AutoCloseable {

	/** In milliseconds. */
	static final int LATENCY = 50;

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String vendor;

	private final String connector;

	private final Process process;

	private final URI base;

	private final Map<String, String> greeting = new LinkedHashMap<>();

	/** Starts one that is called as the connector is. */
	Sandbox(Path launcher, String vendor, String... options) throws IOException {
		this(launcher, vendor, vendor, options);
	}

	/**
	 * Starts one.
	 * @param launcher what starts Rollcall
	 * @param vendor whom it looks like
	 * @param connector what connects with it
	 */
	Sandbox(Path launcher, String vendor, String connector, String[] options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(launcher.toString(), "sandbox", vendor, "--port", "0", "--latency", Integer.toString(LATENCY)));
		command.addAll(List.of(options));
		this.vendor = vendor;
		this.connector = connector;
		this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		BufferedReader out = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		JSON.readTree(out.readLine())
			.properties()
			.forEach((field) -> this.greeting.put(field.getKey(), field.getValue().asText()));
		this.base = URI.create(String.valueOf(this.greeting.get("baseUrl")));
	}

	/** What it has said of itself, as {@code VENDOR_BASE_URL} and so on. */
	Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		this.greeting.forEach((name, value) -> environment.put(variable(name), value));
		return environment;
	}

	/**
	 * One side of a job file.
	 * @param side {@code source} or {@code target}
	 * @param named settings that take a value of the greeting, by the name of the value
	 */
	String side(String side, Map<String, String> named, String... settings) {
		StringBuilder text = new StringBuilder(side + ":\n  connector: " + this.connector + "\n");
		named.forEach((setting, name) -> text.append("  " + setting + ": ${" + variable(name) + "}\n"));
		for (String setting : settings) {
			text.append("  ").append(setting).append('\n');
		}
		return text.toString();
	}

	private String variable(String name) {
		return (this.vendor + "_" + name.replaceAll("([A-Z])", "_$1")).toUpperCase(Locale.ROOT);
	}

	SandboxCalls calls() throws IOException, InterruptedException {
		return new SandboxCalls(ask("calls"));
	}

	/** All that it holds, without what it has made up itself. */
	JsonNode state() throws IOException, InterruptedException {
		return ask("state");
	}

	/** How often which fault has happened. */
	Map<String, Long> faults() throws IOException, InterruptedException {
		Map<String, Long> faults = new TreeMap<>();
		ask("faults").path("done")
			.properties()
			.forEach((fault) -> faults.put(fault.getKey(), fault.getValue().asLong()));
		return faults;
	}

	private JsonNode ask(String what) throws IOException, InterruptedException {
		return JSON.readTree(HTTP.send(
				HttpRequest.newBuilder(this.base.resolve("/__sandbox/" + what)).timeout(Duration.ofSeconds(60)).build(),
				HttpResponse.BodyHandlers.ofString())
			.body());
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
