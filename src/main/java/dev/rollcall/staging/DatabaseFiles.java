package dev.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.rollcall.directory.Message;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the files of a database, or those of an older version new: in a folder beside,
 * which gets its name when everything is in it. Tables are not made in transactions; a
 * process that died over it would leave some behind that no other could go on with. So
 * there is always either the old database as a whole or the new one.
 */
final class DatabaseFiles {

	/** Says which version made the tables. */
	private static final String VERSION = "version";

	private final Path folder;

	private final Path unfinished;

	private final Path former;

	private final Function<Path, DataSource> connection;

	private DatabaseFiles(Path folder, Function<Path, DataSource> connection) {
		this.folder = folder;
		this.unfinished = folder.resolveSibling(folder.getFileName() + ".new");
		this.former = folder.resolveSibling(folder.getFileName() + ".old");
		this.connection = connection;
	}

	/**
	 * Makes a database unless it is there with all tables that this version needs.
	 * @param folder where its files are to be
	 * @param connection opens a database whose files are in a given folder
	 */
	static void prepare(Path folder, Function<Path, DataSource> connection) {
		try {
			new DatabaseFiles(folder, connection).prepare();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void prepare() throws IOException {
		if (!Files.exists(this.folder) && Files.exists(this.former)) {
			// The last process died between the two renames below.
			move(this.former, this.folder);
		}
		Folder.delete(this.unfinished);
		Folder.delete(this.former);
		if (isCurrent()) {
			return;
		}
		boolean older = Files.exists(this.folder);
		if (older) {
			checkRoom();
			Folder.copy(this.folder, this.unfinished);
		}
		migrate();
		if (older) {
			move(this.folder, this.former);
		}
		move(this.unfinished, this.folder);
		Folder.delete(this.former);
	}

	private void migrate() throws IOException {
		DataSource database = this.connection.apply(this.unfinished);
		Migrations.apply(database);
		new JdbcTemplate(database).execute("SHUTDOWN");
		Files.writeString(this.unfinished.resolve(VERSION), Integer.toString(Migrations.LATEST));
		Folder.force(this.unfinished);
	}

	/** Whether nothing is to be done; also when a later version has been at work. */
	private boolean isCurrent() throws IOException {
		Path file = this.folder.resolve(VERSION);
		String version = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
		return version.matches("\\d{1,9}") && Integer.parseInt(version) >= Migrations.LATEST;
	}

	private void checkRoom() throws IOException {
		long needed = Folder.bytes(this.folder);
		long free = Files.getFileStore(this.folder).getUsableSpace();
		if (needed > free) {
			throw new NoRoomException(
					Message.of("staging.no-room", this.folder, needed / 1_000_000 + 1, free / 1_000_000));
		}
	}

	private static void move(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
	}

}
