package dev.rollcall.connector.memory;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;

import org.springframework.stereotype.Component;

/** Opens directories in memory that a test has set up. */
@Component
public class MemoryConnector implements Connector<MemoryConnector.MemorySettings> {

	private static final Map<String, Target> DIRECTORIES = new ConcurrentHashMap<>();

	private static final Map<String, Set<String>> GRANTABLE = new ConcurrentHashMap<>();

	/**
	 * Which one.
	 *
	 * @param name as the test has called it
	 */
	public record MemorySettings(String name) {

	}

	/** Sets a directory up for jobs to find. */
	public static <T extends Target> T add(String name, T directory) {
		DIRECTORIES.put(name, directory);
		return directory;
	}

	/** Lets applications of members give these groups. */
	public static void grants(String name, String... groups) {
		GRANTABLE.put(name, Set.of(groups));
	}

	@Override
	public Set<String> grantable(MemorySettings settings) {
		return GRANTABLE.getOrDefault(settings.name(), Set.of());
	}

	@Override
	public String name() {
		return "memory";
	}

	@Override
	public Class<MemorySettings> settings() {
		return MemorySettings.class;
	}

	@Override
	public boolean isTarget() {
		return true;
	}

	@Override
	public Source openSource(MemorySettings settings, Surroundings surroundings) {
		return openTarget(settings, surroundings);
	}

	@Override
	public Target openTarget(MemorySettings settings, Surroundings surroundings) {
		Target directory = Objects.requireNonNull(DIRECTORIES.get(settings.name()));
		return (surroundings != null && directory instanceof MemoryDirectory memory)
				? memory.heard(surroundings.notices()) : directory;
	}

}
