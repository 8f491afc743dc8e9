package dev.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, which may be missing. */
public final class Folder {

	private Folder() {
	}

	/** Removes a folder with everything in it. */
	public static void delete(Path folder) {
		try {
			for (Path file : inside(folder).sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many bytes the files in a folder take. */
	public static long bytes(Path folder) {
		return inside(folder).filter(Files::isRegularFile).mapToLong(Folder::size).sum();
	}

	/** Copies the files of a folder into a new one, and forces them to the disk. */
	static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		for (Path file : inside(from).filter(Files::isRegularFile).toList()) {
			Path copy = to.resolve(from.relativize(file));
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy);
		}
	}

	/** Forces everything in a folder to the disk. */
	static void force(Path folder) throws IOException {
		for (Path file : inside(folder).filter(Files::isRegularFile).toList()) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
		}
	}

	/** The folder and all that is in it, read at once. */
	private static Stream<Path> inside(Path folder) {
		if (!Files.exists(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return List.copyOf(files.toList()).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (NoSuchFileException ex) {
			// Somebody has removed it meanwhile.
			return 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
