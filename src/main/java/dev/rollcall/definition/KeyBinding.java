package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Binds the keys of one job to records with Spring Boot's binder, and collects what is
 * wrong instead of stopping at the first.
 */
final class KeyBinding {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)(:[^}]*)?}");

	private final JobSources sources;

	private final ConfigurableEnvironment environment;

	private final Binder binder;

	private final List<Fault> faults = new ArrayList<>();

	private final Set<ConfigurationPropertyName> known = new HashSet<>();

	KeyBinding(JobSources sources, ConfigurableEnvironment environment) {
		this.sources = sources;
		this.environment = environment;
		List<PropertySource<?>> resolving = new ArrayList<>();
		environment.getPropertySources().forEach(resolving::add);
		this.binder = new Binder(sources.all().stream().map(ConfigurationPropertySource::from).toList(),
				new PropertySourcesPlaceholdersResolver(resolving));
		sources.keys().forEach(this::checkReferences);
		this.faults.addAll(sources.empty());
	}

	/** Everything that is wrong, by line. */
	List<Fault> faults() {
		return this.faults.stream().sorted(Comparator.comparingInt(KeyBinding::line)).toList();
	}

	/**
	 * Binds what stands below a key, as far as that is possible, and notes the faults;
	 * null when it is not possible at all.
	 */
	<T> @Nullable T bind(String key, Class<T> type) {
		return this.binder.bindOrCreate(ConfigurationPropertyName.of(key), Bindable.of(type), new FaultCollector(this));
	}

	/** The text of one key, null when it is not there. */
	@Nullable String text(String key) {
		know(key);
		return this.binder.bind(key, Bindable.of(String.class)).orElse(null);
	}

	/** Whether anything stands at a key or below it. */
	boolean has(String key) {
		return this.sources.keys().stream().anyMatch((name) -> JobSources.isBelow(name, key));
	}

	/** All keys below one, with their values, to be read by hand. */
	Map<String, String> below(String key) {
		ignoreBelow(key);
		return this.sources.below(key);
	}

	void know(String key) {
		know(ConfigurationPropertyName.adapt(key, '.'));
	}

	void know(ConfigurationPropertyName key) {
		this.known.add(key);
	}

	/**
	 * Does not complain of anything below a key, because it cannot be told what belongs
	 * there.
	 */
	void ignoreBelow(String key) {
		this.sources.keys().stream().filter((name) -> JobSources.isBelow(name, key)).forEach(this::know);
	}

	void complain(String key, Message what) {
		this.faults.add(new Fault(this.sources.place(key), key, what));
	}

	/** Complains of every key that nothing was bound to. */
	void complainOfUnknown() {
		for (String name : this.sources.keys()) {
			boolean faulty = this.faults.stream().anyMatch((fault) -> fault.key().equals(name));
			if (!faulty && !this.known.contains(ConfigurationPropertyName.adapt(name, '.'))) {
				complain(name, Message.of("definition.unknown-key"));
			}
		}
	}

	private void checkReferences(String key) {
		String value = this.sources.written(key);
		Matcher reference = REFERENCE.matcher(value);
		while (reference.find()) {
			if (reference.group(2) == null && this.environment.getProperty(reference.group(1)) == null) {
				complain(key, Message.of("definition.reference", reference.group(1)));
			}
		}
		if (SecretKeys.contains(key) && !value.isEmpty() && !SecretKeys.isReference(value)) {
			complain(key, Message.of("definition.secret"));
		}
	}

	private static int line(Fault fault) {
		String digits = fault.place().substring(fault.place().lastIndexOf(':') + 1);
		return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
	}

}
