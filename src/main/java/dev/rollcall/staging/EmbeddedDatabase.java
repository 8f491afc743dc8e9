package dev.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.directory.Message;
import javax.sql.DataSource;
import org.hsqldb.server.Server;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that lies in files below {@code var}. One process at a time has it; while
 * that one works through a run, others can look into it through the first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final String NAME = "rollcall";

	private static final String USER = "ROLLCALL";

	/**
	 * Durable against {@code kill -9} and power failure ({@code write_delay}), safe for
	 * parallel steps ({@code mvcc}), in bounded memory ({@code cached}; mapping the file
	 * would save little time and cost as much memory as it is large). Fewer rows than
	 * usual are kept in memory ({@code cache_rows}): whoever reads or writes a million in
	 * a row meets each only once, and the collector carries along all that are kept. The
	 * lock file of HSQLDB is not used: after a crash it keeps the database closed for ten
	 * seconds.
	 */
	public static final String OPTIONS = ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.default_table_type=cached"
			+ ";hsqldb.cache_rows=15000;hsqldb.lock_file=false;hsqldb.nio_data_file=false;hsqldb.applog=0;hsqldb.sqllog=0";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.systemDefault());

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path folder;

	private final Clock clock;

	private final @Nullable DatabaseLock lock;

	private final HikariDataSource dataSource;

	private @Nullable Server server;

	private EmbeddedDatabase(Path folder, Clock clock, @Nullable DatabaseLock lock, String url, String key) {
		this.folder = folder;
		this.clock = clock;
		this.lock = lock;
		this.dataSource = new HikariDataSource();
		this.dataSource.setJdbcUrl(url);
		this.dataSource.setUsername(USER);
		this.dataSource.setPassword(key);
		this.dataSource.setMaximumPoolSize(10);
		this.dataSource.setMinimumIdle(1);
	}

	/**
	 * Opens the database, or looks into it through the process that has it.
	 * @param folder where the files are; made if need be
	 * @param command what this process was called to do, for others to read
	 */
	public static EmbeddedDatabase open(Path folder, String command, Clock clock) {
		System.setProperty("hsqldb.reconfig_logging", "false");
		makeFolder(folder);
		long deadline = clock.millis() + PATIENCE.toMillis();
		while (true) {
			Owner me = new Owner(ProcessHandle.current().pid(), command, clock.instant(), 0);
			DatabaseLock taken = DatabaseLock.tryTake(folder, me);
			if (taken != null) {
				return owned(folder, clock, taken);
			}
			Owner owner = DatabaseLock.owner(folder);
			if (owner != null && owner.isOpen()) {
				return new EmbeddedDatabase(folder, clock, null,
						"jdbc:hsqldb:hsql://127.0.0.1:" + owner.port() + "/" + NAME, key(folder));
			}
			if (clock.millis() > deadline) {
				throw new DatabaseInUseException(inUse(owner, folder), null);
			}
			// The other process is about to end, or to let others look in.
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
	}

	private static EmbeddedDatabase owned(Path folder, Clock clock, DatabaseLock lock) {
		try {
			String key = key(folder);
			Path files = folder.resolve("db");
			DatabaseFiles.prepare(files, (place) -> new DriverManagerDataSource(url(place), USER, key));
			return new EmbeddedDatabase(folder, clock, lock, url(files), key);
		}
		catch (RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Whether this process has the database, so that no other one can carry out a run.
	 */
	public boolean isOwner() {
		return this.lock != null;
	}

	/**
	 * Makes sure that this process has the database.
	 * @throws DatabaseInUseException saying who has it and since when
	 */
	public void requireOwner() {
		if (this.lock == null) {
			throw new DatabaseInUseException(inUse(DatabaseLock.owner(this.folder), this.folder), null);
		}
	}

	/** Lets other processes look into the database while this one has it. */
	public void letOthersLook(String command) {
		if (this.lock == null || this.server != null) {
			return;
		}
		Server started = new Server();
		started.setLogWriter(null);
		started.setErrWriter(null);
		started.setSilent(true);
		started.setTrace(false);
		started.setAddress("127.0.0.1");
		started.setPort(0);
		started.setDatabaseName(0, NAME);
		started.setDatabasePath(0, url(this.folder.resolve("db")).substring("jdbc:hsqldb:".length()));
		started.setNoSystemExit(true);
		started.start();
		this.server = started;
		this.lock.tell(new Owner(ProcessHandle.current().pid(), command, this.clock.instant(), started.getLocalPort()));
	}

	/** How many bytes the files take. */
	public long bytes() {
		return Folder.bytes(this.folder.resolve("db"));
	}

	/** Gives the room of everything that was deleted back to the disk. */
	public void compact() {
		JdbcTemplate jdbc = new JdbcTemplate(this.dataSource);
		new LargeObjects(jdbc).compact();
		jdbc.execute("CHECKPOINT DEFRAG");
	}

	@Override
	public void close() {
		if (this.lock == null) {
			this.dataSource.close();
			return;
		}
		this.lock.tellNothing();
		if (this.server != null) {
			this.server.setNoSystemExit(true);
			this.server.stop();
		}
		JdbcTemplate jdbc = new JdbcTemplate(this.dataSource);
		new LargeObjects(jdbc).reclaim();
		jdbc.execute("SHUTDOWN");
		this.dataSource.close();
		this.lock.close();
	}

	private static String url(Path files) {
		return "jdbc:hsqldb:file:" + files.resolve(NAME) + OPTIONS;
	}

	private static Message inUse(@Nullable Owner owner, Path folder) {
		return (owner != null)
				? Message.of("staging.in-use", owner.command(), owner.process(), TIME.format(owner.since()))
				: Message.of("staging.in-use-by-unknown", folder);
	}

	/**
	 * The password of the database: made once, readable by the owner of the folder only.
	 */
	private static String key(Path folder) {
		Path file = folder.resolve("key");
		try {
			if (!Files.exists(file)) {
				byte[] random = new byte[24];
				new SecureRandom().nextBytes(random);
				Path written = folder.resolve("key.new");
				Files.deleteIfExists(written);
				Files.createFile(written, permissions("rw-------"));
				Files.writeString(written, HexFormat.of().formatHex(random));
				// Whoever is killed on the way leaves no key, rather than an empty one.
				Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void makeFolder(Path folder) {
		try {
			if (folder.getParent() != null) {
				Files.createDirectories(folder.getParent());
			}
			Files.createDirectory(folder, permissions("rwx------"));
		}
		catch (FileAlreadyExistsException ex) {
			// Made before, by this or another process.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileAttribute<?>[] permissions(String posix) {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		Set<PosixFilePermission> allowed = PosixFilePermissions.fromString(posix);
		return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(allowed) };
	}

}
