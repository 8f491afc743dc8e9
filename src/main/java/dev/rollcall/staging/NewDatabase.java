package dev.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the files of a database: in a folder beside, which gets its name when everything
 * is in it. Tables are not made in transactions; a process that died over it would leave
 * some behind that no other could go on with.
 */
final class NewDatabase {

	private NewDatabase() {
	}

	/**
	 * Makes a database unless it is there.
	 * @param folder where its files are to be
	 * @param connection opens a database whose files are in a given folder
	 */
	static void make(Path folder, Function<Path, DataSource> connection) {
		if (Files.exists(folder)) {
			return;
		}
		Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
		try {
			delete(unfinished);
			DataSource database = connection.apply(unfinished);
			Migrations.apply(database);
			new JdbcTemplate(database).execute("SHUTDOWN");
			Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
