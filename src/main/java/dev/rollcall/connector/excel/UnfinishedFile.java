package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * A workbook that has another name until it is whole, and that nobody but its owner may
 * read. What POI keeps on the disk meanwhile lies beside it: POI's own folder for
 * temporary files belongs to whoever needed it first, and what is in these is nobody
 * else's business.
 */
final class UnfinishedFile {

	private final Path file;

	private final Path unfinished;

	/** Fills a file. */
	@FunctionalInterface
	interface Filling {

		void fill(OutputStream out) throws IOException;

	}

	UnfinishedFile(Path file) {
		this.file = file;
		this.unfinished = folder(file).resolve(file.getFileName() + ".part");
	}

	/**
	 * Fills the file and gives it its name; leaves nothing behind when that fails.
	 * @param replaces whether another file of that name is replaced; else it is kept
	 */
	void write(Filling filling, boolean replaces) throws IOException {
		TempFile
			.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder(this.file).toFile()));
		try {
			fill(filling);
			Files.move(this.unfinished, this.file,
					replaces ? new CopyOption[] { StandardCopyOption.REPLACE_EXISTING } : new CopyOption[0]);
		}
		finally {
			TempFile.setThreadLocalTempFileCreationStrategy(null);
			Files.deleteIfExists(this.unfinished);
		}
	}

	private void fill(Filling filling) throws IOException {
		// Of a process that has died.
		Files.deleteIfExists(this.unfinished);
		try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(this.unfinished,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly()))) {
			filling.fill(out);
		}
	}

	private static FileAttribute<?>[] ownersOnly() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	private static Path folder(Path file) {
		return Objects.requireNonNull(file.toAbsolutePath().getParent());
	}

}
