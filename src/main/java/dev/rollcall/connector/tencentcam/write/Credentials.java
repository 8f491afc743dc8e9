package dev.rollcall.connector.tencentcam.write;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.tencentcam.api.AddedUser;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * The passwords and access keys that CAM makes up for new sub-users and shows only once:
 * written, where the job asks for them, to one file that only its owner may read, and
 * held or told nowhere else. Safe for use by many threads.
 *
 * <p>
 * A line of the file is a sub-user. No cell is taken for a formula by whoever opens it in
 * a spreadsheet: one that begins with a sign for that, or with {@code '}, has another
 * {@code '} before it.
 */
public final class Credentials {

	private static final String HEADER = "time,userid,name,uin,password,secretId,secretKey\n";

	private static final String SIGNS = "=+-@\t\r'";

	private final Manner manner;

	private final Clock clock;

	private final Object lock = new Object();

	/** The credentials of new sub-users, as a job wants them. */
	public Credentials(Manner manner, Clock clock) {
		this.manner = manner;
		this.clock = clock;
	}

	/**
	 * Whether everybody whom a run creates can have their password and key; nothing when
	 * the job asks for neither. If not, nobody may be created.
	 */
	public List<CheckResult> check() {
		Message fault = fault();
		if (fault != null) {
			return List.of(new CheckResult(false, fault));
		}
		return areWanted() ? List.of(new CheckResult(true, Message.of("tencentcam.credentials.file", fileName())))
				: List.of();
	}

	/** Whether there will be any. */
	boolean areWanted() {
		return this.manner.consoleLogin() || this.manner.useApi();
	}

	/** Why nobody may be created; null when that may be. */
	@Nullable Message fault() {
		Path file = this.manner.credentialsFile();
		if (!areWanted()) {
			return null;
		}
		return (file != null) ? new OwnerOnly(file).fault() : Message.of("tencentcam.credentials.nowhere");
	}

	/** What the file is called. */
	String fileName() {
		return String.valueOf(this.manner.credentialsFile());
	}

	/** Whether those of a sub-user are in the file, or there are none to be. */
	boolean areKept(long uin) {
		Path file = this.manner.credentialsFile();
		if (!areWanted() || file == null) {
			return true;
		}
		synchronized (this.lock) {
			try {
				return Files.exists(file) && Files.readString(file).contains("," + uin + ",");
			}
			catch (IOException ex) {
				return false;
			}
		}
	}

	/**
	 * Keeps what came with a new sub-user, if there is anything to keep. It is on the
	 * disk when this returns.
	 */
	void keep(@Nullable String userid, long uin, AddedUser added) throws IOException {
		Path file = this.manner.credentialsFile();
		if (!areWanted() || file == null) {
			return;
		}
		byte[] line = line(userid, uin, added).getBytes(StandardCharsets.UTF_8);
		synchronized (this.lock) {
			try (FileChannel channel = new OwnerOnly(file).open()) {
				write(channel, start(file).getBytes(StandardCharsets.UTF_8));
				write(channel, line);
				channel.force(true);
			}
		}
	}

	/** What has to stand before a line: a line that was broken off must not hold it. */
	private static String start(Path file) throws IOException {
		String text = Files.readString(file);
		return text.isEmpty() ? HEADER : text.endsWith("\n") ? "" : "\n";
	}

	private String line(@Nullable String userid, long uin, AddedUser added) throws IOException {
		String time = this.clock.instant()
			.truncatedTo(ChronoUnit.SECONDS)
			.atZone(ZoneId.systemDefault())
			.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
		List<String> cells = new ArrayList<>();
		cells.add(time);
		cells.add(text(userid));
		cells.add(text(added.name()));
		cells.add(String.valueOf(uin));
		cells.add(text(added.password()));
		cells.add(text(added.secretId()));
		cells.add(text(added.secretKey()));
		StringWriter line = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(line)) {
			csv.writeRecord(cells);
		}
		return line.toString();
	}

	private static String text(@Nullable String value) {
		String text = (value != null) ? value : "";
		return (!text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private static void write(FileChannel channel, byte[] bytes) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		while (buffer.hasRemaining()) {
			channel.write(buffer);
		}
	}

}
