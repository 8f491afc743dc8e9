package dev.rollcall.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Binds the keys of one job file to records with Spring Boot's binder, and collects what
 * is wrong instead of stopping at the first.
 */
final class KeyBinding {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)(:[^}]*)?}");

	private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|access-?key).*");

	private final JobText text;

	private final List<PropertySource<?>> sources;

	private final List<Fault> faults = new ArrayList<>();

	private final Set<ConfigurationPropertyName> known = new HashSet<>();

	private final Binder binder;

	private final Function<String, @Nullable Object> environment;

	private KeyBinding(JobText text, List<PropertySource<?>> sources, ConfigurableEnvironment environment) {
		this.text = text;
		this.sources = sources;
		this.environment = environment::getProperty;
		List<PropertySource<?>> resolving = new ArrayList<>();
		environment.getPropertySources().forEach(resolving::add);
		this.binder = new Binder(sources.stream().map(ConfigurationPropertySource::from).toList(),
				new PropertySourcesPlaceholdersResolver(resolving));
	}

	/** Loads a file and checks what can be said of any key. */
	static KeyBinding of(JobText text, ConfigurableEnvironment environment) {
		List<PropertySource<?>> sources = new ArrayList<>();
		sources.add(new MapPropertySource("--set", new LinkedHashMap<>(text.overrides())));
		List<Fault> unreadable = load(text, sources);
		KeyBinding keys = new KeyBinding(text, sources, environment);
		keys.faults.addAll(unreadable);
		keys.checkReferences();
		return keys;
	}

	private static List<Fault> load(JobText text, List<PropertySource<?>> sources) {
		try {
			List<PropertySource<?>> documents = new YamlPropertySourceLoader().load(text.place(),
					new ByteArrayResource(text.yaml().getBytes(StandardCharsets.UTF_8), text.place()));
			sources.addAll(documents);
			return (documents.size() > 1)
					? List.of(new Fault(text.place(), "", Message.of("definition.several-documents"))) : List.of();
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 0;
			return List.of(new Fault(text.place() + ":" + line, "",
					Message.of("definition.yaml", String.valueOf(ex.getProblem()))));
		}
		catch (YAMLException | IllegalStateException ex) {
			return List.of(new Fault(text.place(), "", Message.of("definition.yaml", String.valueOf(ex.getMessage()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Fault> faults() {
		return this.faults.stream().sorted(Comparator.comparingInt(KeyBinding::line)).toList();
	}

	/**
	 * Binds what stands below a key; null when that is impossible, with the faults noted.
	 */
	<T> @Nullable T bind(String key, Class<T> type) {
		FaultCollector collector = new FaultCollector(this);
		T bound = this.binder.bindOrCreate(ConfigurationPropertyName.of(key), Bindable.of(type), collector);
		return collector.isFaultless() ? bound : null;
	}

	/** The text of one key, null when it is not there. */
	@Nullable String text(String key) {
		know(key);
		return this.binder.bind(key, Bindable.of(String.class)).orElse(null);
	}

	/**
	 * All keys below one, with their values; those of the command line in place of the
	 * file's.
	 */
	Map<String, String> below(String key) {
		for (PropertySource<?> source : this.sources) {
			Map<String, String> found = new LinkedHashMap<>();
			for (String name : names(source)) {
				if (name.equals(key) || name.startsWith(key + "[") || name.startsWith(key + ".")) {
					found.put(name, String.valueOf(source.getProperty(name)));
				}
			}
			if (!found.isEmpty()) {
				names(source).forEach((name) -> knowIfBelow(name, key));
				return found;
			}
		}
		return Map.of();
	}

	void know(String key) {
		this.known.add(ConfigurationPropertyName.adapt(key, '.'));
	}

	void know(ConfigurationPropertyName key) {
		this.known.add(key);
	}

	/**
	 * Does not complain of anything below a key, because it cannot be told what belongs
	 * there.
	 */
	void ignoreBelow(String key) {
		this.sources.forEach((source) -> names(source).forEach((name) -> knowIfBelow(name, key)));
	}

	void complain(String key, Message what) {
		this.faults.add(new Fault(place(key), key, what));
	}

	void complainOfUnknown() {
		for (PropertySource<?> source : this.sources) {
			for (String name : names(source)) {
				ConfigurationPropertyName key = ConfigurationPropertyName.adapt(name, '.');
				boolean belongs = this.known.stream().anyMatch((known) -> known.equals(key));
				if (!belongs && !isFaulty(name)) {
					complain(name, Message.of("definition.unknown-key"));
				}
			}
		}
	}

	private boolean isFaulty(String name) {
		return this.faults.stream().anyMatch((fault) -> fault.key().equals(name));
	}

	private void knowIfBelow(String name, String key) {
		if (name.equals(key) || name.startsWith(key + "[") || name.startsWith(key + ".")) {
			know(name);
		}
	}

	private void checkReferences() {
		for (PropertySource<?> source : this.sources) {
			for (String name : names(source)) {
				String value = String.valueOf(source.getProperty(name));
				Matcher reference = REFERENCE.matcher(value);
				boolean references = false;
				while (reference.find()) {
					references = true;
					if (reference.group(2) == null && this.environment.apply(reference.group(1)) == null) {
						complain(name, Message.of("definition.reference", reference.group(1)));
					}
				}
				if (!references && !value.isEmpty() && SECRET.matcher(name).matches()) {
					complain(name, Message.of("definition.secret"));
				}
			}
		}
	}

	/** File and line of a key, or of the first key below it. */
	String place(String key) {
		for (PropertySource<?> source : this.sources) {
			for (String name : names(source)) {
				if (name.equals(key) || name.startsWith(key + ".") || name.startsWith(key + "[")) {
					Origin origin = OriginLookup.getOrigin(source, name);
					return (origin instanceof TextResourceOrigin at && at.getLocation() != null)
							? this.text.place() + ":" + (at.getLocation().getLine() + 1) : source.getName();
				}
			}
		}
		return this.text.place();
	}

	private static List<String> names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> enumerable) ? List.of(enumerable.getPropertyNames())
				: List.of();
	}

	private static int line(Fault fault) {
		String digits = fault.place().substring(fault.place().lastIndexOf(':') + 1);
		return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
	}

}
