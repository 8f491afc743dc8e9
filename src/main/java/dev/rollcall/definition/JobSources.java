package dev.rollcall.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * The keys and values of one job: those set on the command line, and below them those of
 * the file, each with the line it stands in.
 */
final class JobSources {

	private final String place;

	private final List<PropertySource<?>> sources;

	private final @Nullable Fault unreadable;

	private final List<Fault> empty;

	private JobSources(JobText text, List<PropertySource<?>> sources, @Nullable Fault unreadable) {
		this.place = text.place();
		this.empty = EmptyKeys.of(text.yaml(), text.place());
		this.sources = sources;
		this.unreadable = unreadable;
	}

	/** Loads a job as far as it can be read. */
	static JobSources load(JobText text) {
		List<PropertySource<?>> sources = new ArrayList<>();
		Map<String, Object> overrides = new LinkedHashMap<>();
		text.overrides().forEach((key, value) -> overrides.put(KeyBrackets.ofKey(key), value));
		sources.add(new MapPropertySource("--set", overrides));
		try {
			List<PropertySource<?>> documents = new YamlPropertySourceLoader().load(text.place(),
					new ByteArrayResource(KeyBrackets.of(text.yaml()).getBytes(StandardCharsets.UTF_8), text.place()));
			sources.addAll(documents);
			Fault several = (documents.size() > 1)
					? new Fault(text.place(), "", Message.of("definition.several-documents")) : null;
			return new JobSources(text, sources, several);
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			return new JobSources(text, sources, new Fault(text.place() + ":" + line, "",
					Message.of("definition.yaml", String.valueOf(ex.getProblem()))));
		}
		catch (YAMLException | IllegalStateException ex) {
			return new JobSources(text, sources,
					new Fault(text.place(), "", Message.of("definition.yaml", String.valueOf(ex.getMessage()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Why nothing can be said of the file but this; null when it could be read. */
	@Nullable Fault unreadable() {
		return this.unreadable;
	}

	/** What is wrong with keys that hold nothing. */
	List<Fault> empty() {
		return this.empty;
	}

	List<PropertySource<?>> all() {
		return this.sources;
	}

	/** All keys, wherever they are set. */
	Set<String> keys() {
		Set<String> keys = new LinkedHashSet<>();
		this.sources.forEach((source) -> keys.addAll(names(source)));
		return keys;
	}

	/** The value of a key as it is written, with references unresolved. */
	String written(String key) {
		for (PropertySource<?> source : this.sources) {
			Object value = source.getProperty(key);
			if (value != null) {
				return value.toString();
			}
		}
		return "";
	}

	/**
	 * The keys below one, with their values; those of the command line in place of the
	 * file's.
	 */
	Map<String, String> below(String key) {
		for (PropertySource<?> source : this.sources) {
			Map<String, String> found = new LinkedHashMap<>();
			names(source).stream()
				.filter((name) -> isBelow(name, key))
				.forEach((name) -> found.put(name, String.valueOf(source.getProperty(name))));
			if (!found.isEmpty()) {
				return found;
			}
		}
		return Map.of();
	}

	/** File and line of a key, or of the first key below it. */
	String place(String key) {
		for (PropertySource<?> source : this.sources) {
			for (String name : names(source)) {
				if (isBelow(name, key)) {
					Origin origin = OriginLookup.getOrigin(source, name);
					return (origin instanceof TextResourceOrigin at && at.getLocation() != null)
							? this.place + ":" + (at.getLocation().getLine() + 1) : source.getName();
				}
			}
		}
		return this.place;
	}

	/** Whether a key is another, or stands below it. */
	static boolean isBelow(String name, String key) {
		return name.equals(key) || name.startsWith(key + "[") || name.startsWith(key + ".");
	}

	private static List<String> names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> enumerable) ? List.of(enumerable.getPropertyNames())
				: List.of();
	}

}
