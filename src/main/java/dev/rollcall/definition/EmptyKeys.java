package dev.rollcall.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Message;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds keys of a job file that hold {@code {}}. Spring drops them in silence, as if they
 * were not there: what was meant to name nobody would so name everybody.
 */
final class EmptyKeys {

	private final String place;

	private final List<Fault> faults = new ArrayList<>();

	private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private EmptyKeys(String place) {
		this.place = place;
	}

	/**
	 * A fault for each; none when the text cannot be read.
	 * @param place what to call the file
	 */
	static List<Fault> of(String yaml, String place) {
		EmptyKeys keys = new EmptyKeys(place);
		try {
			new Yaml().composeAll(new StringReader(yaml)).forEach((node) -> keys.collect("", node));
		}
		catch (YAMLException ex) {
			return List.of();
		}
		return keys.faults;
	}

	private void collect(String key, Node node) {
		if (!this.seen.add(node)) {
			return;
		}
		if (node instanceof SequenceNode list) {
			for (int i = 0; i < list.getValue().size(); i++) {
				collect(key + "[" + i + "]", list.getValue().get(i));
			}
		}
		if (node instanceof MappingNode map) {
			if (map.getValue().isEmpty()) {
				int line = map.getStartMark().getLine() + 1;
				this.faults.add(new Fault(this.place + ":" + line, key, Message.of("definition.empty")));
			}
			map.getValue().forEach((entry) -> collect(below(key, entry), entry.getValueNode()));
		}
	}

	private static String below(String key, NodeTuple entry) {
		String name = (entry.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "?";
		return key.isEmpty() ? name : key + "." + name;
	}

}
