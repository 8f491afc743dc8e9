package dev.rollcall.staging;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The one process that may open the database files. Held by a lock of the operating
 * system, which lets go of it the moment the process dies, however it dies.
 */
final class DatabaseLock implements AutoCloseable {

	private final FileChannel channel;

	private final FileLock lock;

	private final Path ownerFile;

	private DatabaseLock(FileChannel channel, FileLock lock, Path ownerFile) {
		this.channel = channel;
		this.lock = lock;
		this.ownerFile = ownerFile;
	}

	/** Takes the lock; null when another process has it. */
	static @Nullable DatabaseLock tryTake(Path folder, Owner owner) {
		try {
			FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			if (lock == null) {
				channel.close();
				return null;
			}
			DatabaseLock taken = new DatabaseLock(channel, lock, ownerFile(folder));
			taken.tell(owner);
			return taken;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Who has the lock, as far as that process has said so yet. */
	static @Nullable Owner owner(Path folder) {
		Properties told = new Properties();
		try (Reader reader = Files.newBufferedReader(ownerFile(folder), StandardCharsets.UTF_8)) {
			told.load(reader);
			return new Owner(Long.parseLong(told.getProperty("process")), told.getProperty("command", ""),
					Instant.parse(told.getProperty("since", "")), Integer.parseInt(told.getProperty("port")));
		}
		catch (IOException | IllegalArgumentException | DateTimeParseException ex) {
			return null;
		}
	}

	/** Tells other processes who has the lock. */
	void tell(Owner owner) {
		Properties told = new Properties();
		told.setProperty("process", Long.toString(owner.process()));
		told.setProperty("command", owner.command());
		told.setProperty("since", owner.since().toString());
		told.setProperty("port", Integer.toString(owner.port()));
		Path written = this.ownerFile.resolveSibling("owner.new");
		try {
			try (Writer writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
				told.store(writer, null);
			}
			Files.move(written, this.ownerFile, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Tells other processes nothing any more: whoever comes now waits for the lock. */
	void tellNothing() {
		try {
			Files.deleteIfExists(this.ownerFile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		tellNothing();
		try {
			this.lock.release();
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path ownerFile(Path folder) {
		return folder.resolve("owner");
	}

}
