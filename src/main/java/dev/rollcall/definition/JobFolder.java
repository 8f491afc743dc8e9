package dev.rollcall.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rollcall.directory.Message;

/** The folder of job files. */
public final class JobFolder {

	private static final String ENDING = ".yaml";

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

	private final Path folder;

	public JobFolder(Path folder) {
		this.folder = folder;
	}

	/** The names of all jobs, sorted. */
	public List<String> names() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(ENDING))
				.map((name) -> name.substring(0, name.length() - ENDING.length()))
				.filter((name) -> NAME.matcher(name).matches())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The text of a job.
	 * @throws JobFileException when there is no such job or it cannot be read
	 */
	public JobText read(String name, Map<String, String> overrides) {
		Path file = this.folder.resolve(name + ENDING);
		if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
			throw new JobFileException(
					Message.of("definition.no-such-job", name, String.join(", ", names()), this.folder));
		}
		try {
			return new JobText(name, file.toString(), Files.readString(file, StandardCharsets.UTF_8), overrides);
		}
		catch (CharacterCodingException ex) {
			throw new JobFileException(name,
					List.of(new Fault(file.toString(), "", Message.of("definition.not-utf8"))));
		}
		catch (IOException ex) {
			throw new JobFileException(name, List.of(new Fault(file.toString(), "",
					Message.of("definition.unreadable", String.valueOf(ex.getMessage())))));
		}
	}

}
