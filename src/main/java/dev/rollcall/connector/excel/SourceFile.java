package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/**
 * The file as it was when it was opened: where it is, and what tells whether it is still
 * the same.
 */
final class SourceFile {

	private final Path path;

	private final long size;

	private final FileTime modified;

	private final FutureTask<String> digest;

	private SourceFile(Path path) throws IOException {
		this.path = path;
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		this.size = attributes.size();
		this.modified = attributes.lastModifiedTime();
		this.digest = new FutureTask<>(() -> digest(path));
		// Beside the search for headers, so that opening a large file takes no longer.
		Thread thread = new Thread(this.digest, "rollcall-excel-digest");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * The file that the settings name.
	 * @throws SettingsException when there is no such file
	 */
	static SourceFile find(Path home, String file) {
		Path path;
		try {
			path = home.resolve(file).toAbsolutePath().normalize();
		}
		catch (InvalidPathException ex) {
			throw new SettingsException(ExcelMessage.SETTINGS_PATH.of(file));
		}
		if (!Files.exists(path)) {
			throw new SettingsException(ExcelMessage.FILE_MISSING.of(path));
		}
		if (!Files.isRegularFile(path)) {
			throw new SettingsException(ExcelMessage.FILE_NOT_REGULAR.of(path));
		}
		try {
			return new SourceFile(path.toRealPath());
		}
		catch (IOException ex) {
			throw RefusedException.of(ex, file);
		}
	}

	Path path() {
		return this.path;
	}

	/** The file's name without its folders. */
	String name() {
		return String.valueOf(this.path.getFileName());
	}

	/** Refuses to go on when the file is not what it was. */
	void checkUnchanged() throws IOException {
		BasicFileAttributes now;
		try {
			now = Files.readAttributes(this.path, BasicFileAttributes.class);
		}
		catch (IOException ex) {
			throw new RefusedException(ExcelMessage.CHANGED).because(ex);
		}
		if (now.size() != this.size || !now.lastModifiedTime().equals(this.modified)) {
			throw new RefusedException(ExcelMessage.CHANGED);
		}
	}

	/** The SHA-256 of the content, in hexadecimal digits. */
	String digest() throws IOException {
		try {
			return this.digest.get();
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private static String digest(Path path) throws IOException, NoSuchAlgorithmException {
		MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
		byte[] buffer = new byte[1 << 16];
		try (InputStream in = Files.newInputStream(path)) {
			int count;
			while ((count = in.read(buffer)) > 0) {
				sha256.update(buffer, 0, count);
			}
		}
		return HexFormat.of().formatHex(sha256.digest());
	}

}
