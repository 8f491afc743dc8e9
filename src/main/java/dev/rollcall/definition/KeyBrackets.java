package dev.rollcall.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Puts brackets around keys of job files that Spring's binder would not take as they are:
 * it reads {@code 研发部} as nothing at all and a dot as the end of a key, unless it finds
 * {@code [研发部]}. People need not know that; names of departments are keys of some
 * settings.
 */
final class KeyBrackets {

	/** What keys of settings are made of; a dot joins two. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]*");

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

	private final List<ScalarNode> keys = new ArrayList<>();

	private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private KeyBrackets() {
	}

	/**
	 * A text of YAML with brackets around such keys, line by line the same otherwise; as
	 * it is when it cannot be read.
	 */
	static String of(String yaml) {
		KeyBrackets brackets = new KeyBrackets();
		try {
			LoaderOptions options = new LoaderOptions();
			options.setCodePointLimit(Integer.MAX_VALUE);
			new Yaml(options).composeAll(new StringReader(yaml)).forEach(brackets::collect);
		}
		catch (YAMLException ex) {
			return yaml;
		}
		return brackets.put(yaml);
	}

	/** A key of the command line likewise; one that has brackets already as it is. */
	static String ofKey(String key) {
		if (PLAIN.matcher(key).matches() || INDEX.matcher(key).replaceAll("").contains("[")) {
			return key;
		}
		StringBuilder bracketed = new StringBuilder();
		for (String part : key.split("\\.")) {
			int index = part.indexOf('[');
			String name = (index < 0) ? part : part.substring(0, index);
			boolean plain = PLAIN.matcher(name).matches();
			bracketed.append((plain && !bracketed.isEmpty()) ? "." : "")
				.append(plain ? name : "[" + name + "]")
				.append(part.substring(name.length()));
		}
		return bracketed.toString();
	}

	private void collect(Node node) {
		if (!this.seen.add(node)) {
			return;
		}
		if (node instanceof SequenceNode list) {
			list.getValue().forEach(this::collect);
		}
		if (node instanceof MappingNode map) {
			Map<String, Integer> alike = new HashMap<>();
			map.getValue().forEach((entry) -> alike.merge(uniform(entry), 1, Integer::sum));
			for (NodeTuple entry : map.getValue()) {
				boolean alone = alike.getOrDefault(uniform(entry), 0) == 1;
				if (entry.getKeyNode() instanceof ScalarNode key && needs(key, alone)) {
					this.keys.add(key);
				}
				collect(entry.getValueNode());
			}
		}
	}

	/** Of two keys that the binder takes for the same it would lose one. */
	private static boolean needs(ScalarNode key, boolean alone) {
		return key.getTag().equals(Tag.STR) && !key.getValue().startsWith("[")
				&& !(alone && PLAIN.matcher(key.getValue()).matches());
	}

	/** What the binder looks at. */
	private static String uniform(NodeTuple entry) {
		return (entry.getKeyNode() instanceof ScalarNode key)
				? key.getValue().replaceAll("[^A-Za-z0-9.]", "").toLowerCase(Locale.ROOT) : "";
	}

	private String put(String yaml) {
		int[] text = yaml.codePoints().toArray();
		StringBuilder bracketed = new StringBuilder();
		int done = 0;
		for (ScalarNode key : this.keys) {
			int start = key.getStartMark().getIndex();
			bracketed.append(new String(text, done, start - done)).append(quoted("[" + key.getValue() + "]"));
			done = key.getEndMark().getIndex();
		}
		return bracketed.append(new String(text, done, text.length - done)).toString();
	}

	private static String quoted(String value) {
		StringBuilder quoted = new StringBuilder("\"");
		value.codePoints().forEach((character) -> {
			if (character == '"' || character == '\\') {
				quoted.append('\\').appendCodePoint(character);
			}
			else if (Character.isISOControl(character)) {
				quoted.append(String.format("\\u%04x", character));
			}
			else {
				quoted.appendCodePoint(character);
			}
		});
		return quoted.append('"').toString();
	}

}
