package dev.rollcall.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schema that editors read, as a list of keys and as a judge of job files. */
final class JobSchema {

	private static final Path FILE = Path.of("jobs/rollcall-job.schema.json");

	private final JsonNode root;

	private final JsonSchema judge;

	JobSchema() {
		try {
			this.root = new ObjectMapper().readTree(Files.readString(FILE));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.judge = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(this.root);
	}

	/** Whether an editor would find nothing wrong with a job file. */
	boolean accepts(String yaml) {
		Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
		return this.judge.validate(new ObjectMapper().valueToTree(read)).isEmpty();
	}

	/**
	 * What is said of every key: by {@code limits.delete.count}, elements of lists by
	 * {@code ignore[].fields[]}, the settings of a connector by
	 * {@code source(excel).file}.
	 */
	Map<String, JsonNode> keys() {
		Map<String, JsonNode> keys = new TreeMap<>();
		collect("", this.root, keys);
		return keys;
	}

	private void collect(String path, JsonNode schema, Map<String, JsonNode> keys) {
		schema.path("properties").properties().forEach((property) -> {
			String key = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
			keys.putIfAbsent(key, property.getValue());
			collect(key, property.getValue(), keys);
		});
		schema.path("anyOf").forEach((alternative) -> collect(path, alternative, keys));
		schema.path("allOf").forEach((choice) -> {
			if (choice.has("$ref")) {
				collect(path, this.root.at(choice.get("$ref").asText().substring(1)), keys);
			}
			if (choice.has("then")) {
				String connector = choice.at("/if/properties/connector/const").asText();
				collect(path + "(" + connector + ")", this.root.at(choice.at("/then/$ref").asText().substring(1)),
						keys);
			}
		});
		if (schema.has("items")) {
			keys.put(path + "[]", schema.get("items"));
			collect(path + "[]", schema.get("items"), keys);
		}
	}

}
