package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the last run says that it did.
 *
 * @param json its report
 */
record LastReport(JsonNode json) {

	static LastReport of(Path home) throws IOException {
		try (Stream<Path> reports = Files.list(home.resolve("var/reports"))) {
			Path last = reports
				.max(Comparator.comparingInt((folder) -> Integer.parseInt(folder.getFileName().toString())))
				.orElseThrow();
			return new LastReport(new ObjectMapper().readTree(last.resolve("report.json").toFile()));
		}
	}

	int changesOfMembers() {
		return StreamSupport.stream(this.json.get("counts").spliterator(), false)
			.filter((count) -> count.get("entry").asText().equals("member"))
			.mapToInt((count) -> count.get("done").asInt())
			.sum();
	}

}
