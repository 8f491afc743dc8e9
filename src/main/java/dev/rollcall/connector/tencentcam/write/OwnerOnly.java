package dev.rollcall.connector.tencentcam.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * A file that nobody but its owner may read or write, from its first moment on. Only
 * where the file system keeps permissions as POSIX has them.
 *
 * @param path the file, which need not be there yet
 */
record OwnerOnly(Path path) {

	private static final Set<PosixFilePermission> OWNERS = EnumSet.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	private static final FileAttribute<?> ATTRIBUTE = PosixFilePermissions
		.asFileAttribute(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

	/** Why nothing can be written to it that is a secret; null when it can. */
	@Nullable Message fault() {
		try {
			Path folder = folder();
			if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
				return Message.of("tencentcam.credentials.folder", this.path, folder);
			}
			if (!Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
				return Message.of("tencentcam.credentials.no-permissions", this.path);
			}
			return Files.exists(this.path) ? faultOfExisting() : null;
		}
		catch (IOException ex) {
			return Message.of("tencentcam.credentials.unwritable", this.path);
		}
	}

	private @Nullable Message faultOfExisting() throws IOException {
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(this.path);
		if (!OWNERS.containsAll(permissions)) {
			return Message.of("tencentcam.credentials.wide", this.path, PosixFilePermissions.toString(permissions));
		}
		boolean writable = Files.isRegularFile(this.path) && Files.isWritable(this.path);
		return writable ? null : Message.of("tencentcam.credentials.unwritable", this.path);
	}

	/** Opens it to write behind what is there; it is made when it is not there. */
	FileChannel open() throws IOException {
		boolean there = Files.exists(this.path);
		Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		FileChannel channel = FileChannel.open(this.path, options, ATTRIBUTE);
		if (!there) {
			// A power failure must not take the new name away again.
			try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
				folder.force(true);
			}
		}
		return channel;
	}

	private Path folder() {
		return Objects.requireNonNull(this.path.toAbsolutePath().getParent());
	}

}
