package dev.rollcall.connector.excel.xlsx;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/**
 * The zip file that a workbook is, with its own limits against bombs.
 *
 * <p>
 * POI's limits are static and the same for every part. Here they differ. What POI keeps
 * in memory as a tree (relationships, content types) may have {@value #MAX_STRUCTURE}
 * bytes. Sheets and texts are streamed, and a million styled empty rows are nearly
 * nothing when compressed: 9 to 30 to 1 if they say where they stand, 220 to 1 if they do
 * not. They may have {@value #FREE} bytes anyway, as many as take a fraction of a second,
 * and beyond that {@value #MAX_RATIO} times their compressed size; a bomb comes near
 * 1,000 to 1.
 */
final class ZipContainer implements ZipEntrySource {

	static final long MAX_STRUCTURE = 8L << 20;

	static final long FREE = 256L << 20;

	static final int MAX_RATIO = 400;

	static final long MAX_PART = 16L << 30;

	private static final int MAX_ENTRIES = 10_000;

	private final ZipFile zip;

	private @Nullable RefusedException refusal;

	private boolean closed;

	ZipContainer(File file) throws IOException {
		this.zip = open(file);
		try {
			checkEntries(file.length());
		}
		catch (IOException ex) {
			this.zip.close();
			throw ex;
		}
	}

	private static ZipFile open(File file) throws IOException {
		try {
			return ZipFile.builder().setFile(file).get();
		}
		// What hostile bytes lead to inside the library is not only an IOException.
		catch (IOException | IllegalArgumentException ex) {
			throw new RefusedException(ExcelMessage.NO_PARTS_LIST).because(ex);
		}
	}

	private void checkEntries(long fileSize) throws IOException {
		Set<String> names = new HashSet<>();
		long sum = 0;
		for (Enumeration<ZipArchiveEntry> all = this.zip.getEntries(); all.hasMoreElements();) {
			ZipArchiveEntry entry = all.nextElement();
			String name = entry.getName();
			if (entry.getGeneralPurposeBit().usesEncryption()) {
				throw new RefusedException(ExcelMessage.ENCRYPTED);
			}
			boolean climbs = name.equals("..") || name.startsWith("../") || name.contains("/../");
			if (climbs || name.startsWith("/") || name.contains("\\") || name.contains(":")) {
				throw new RefusedException(ExcelMessage.PATH_TRICK, name);
			}
			if (!names.add(name.toLowerCase(Locale.ROOT))) {
				throw new RefusedException(ExcelMessage.DAMAGED, name);
			}
			if (names.size() > MAX_ENTRIES) {
				throw new RefusedException(ExcelMessage.TOO_MANY_PARTS, "zip", MAX_ENTRIES);
			}
			long compressed = Math.min(fileSize, entry.getCompressedSize());
			checkSize(name, entry.getSize(), compressed, limit(compressed));
			sum += entry.getSize();
		}
		// Entries can share their compressed bytes.
		checkSize("zip", sum, fileSize, limit(fileSize));
	}

	/** Refuses sizes that are too large; streams refuse to give more than was said. */
	private static void checkSize(String name, long size, long compressed, long limit) throws IOException {
		if (size < 0 || compressed < 0) {
			throw new RefusedException(ExcelMessage.DAMAGED, name);
		}
		if (size > limit) {
			throw new RefusedException(ExcelMessage.BOMB, name, limit >> 20, compressed >> 10);
		}
	}

	@Override
	public Enumeration<? extends ZipArchiveEntry> getEntries() {
		return this.zip.getEntries();
	}

	@Override
	public @Nullable ZipArchiveEntry getEntry(String path) {
		return this.zip.getEntry(path.startsWith("/") ? path.substring(1) : path);
	}

	/** A part that is small in every proper workbook. */
	@Override
	public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
		try {
			checkSize(entry.getName(), entry.getSize(), entry.getCompressedSize(), MAX_STRUCTURE);
		}
		catch (RefusedException ex) {
			this.refusal = ex;
			throw ex;
		}
		return stream(entry);
	}

	/** What was refused to POI, which swallows such exceptions; null if nothing was. */
	@Nullable RefusedException refusal() {
		return this.refusal;
	}

	/** A part that may be large. */
	PartStream stream(ZipArchiveEntry entry) throws IOException {
		boolean deflated = entry.getMethod() == ZipMethod.DEFLATED.getCode();
		if (!deflated && entry.getMethod() != ZipMethod.STORED.getCode()) {
			throw new RefusedException(ExcelMessage.DAMAGED, entry.getName());
		}
		return new PartStream(this.zip.getRawInputStream(entry), entry, deflated);
	}

	/** How large a part may become. */
	static long limit(long compressed) {
		return Math.min(MAX_PART, Math.max(FREE, compressed * MAX_RATIO));
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		this.zip.close();
	}

	@Override
	public boolean isClosed() {
		return this.closed;
	}

}
