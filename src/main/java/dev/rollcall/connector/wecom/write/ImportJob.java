package dev.rollcall.connector.wecom.write;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.wecom.api.ImportResult;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Has WeCom import a file and waits until it has. WeCom does one import at a time: if
 * another one is going on, somebody else's or one of a run that was killed, this waits
 * for its end, too.
 */
final class ImportJob {

	private static final String NAME = "members.csv";

	private static final Duration SHORTEST = Duration.ofMillis(250);

	private static final Duration LONGEST = Duration.ofSeconds(10);

	/** How long is waited for another import to end. */
	private static final Duration BUSY = Duration.ofMinutes(30);

	/** How long is waited for an import of ours. */
	private static final Duration GOING_ON = Duration.ofHours(2);

	private static final int LOST_ANSWERS = 3;

	private final WeComClient client;

	private final Notices notices;

	private final Pace pace;

	ImportJob(WeComClient client, Notices notices, Pace pace) {
		this.client = client;
		this.notices = notices;
		this.pace = pace;
	}

	/**
	 * Imports a file.
	 * @return what became of the rows, by userids in small letters; of none when WeCom
	 * refuses the file or has lost the result
	 * @throws DirectoryException when it takes too long, or nobody can tell
	 */
	Map<String, ImportResult.Row> run(byte[] file) {
		try {
			return byUserid(end(begin(uploaded(file))));
		}
		catch (Refusal refusal) {
			Refusals.throwIfAboutTheCaller(refusal);
			this.notices.tell(Message.of("wecom.import.refused", refusal.code(), refusal.words()));
			return Map.of();
		}
	}

	/** A file that is uploaded twice is one too many, which WeCom throws away itself. */
	private String uploaded(byte[] file) {
		try {
			return this.client.upload(NAME, file);
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing()) {
				throw ex;
			}
			return this.client.upload(NAME, file);
		}
	}

	/**
	 * Begins an import. One whose answer is lost may have begun: then it is waited for
	 * and done again, which gives everybody what they have already.
	 */
	private String begin(String media) {
		Patience patience = new Patience(BUSY);
		for (int lost = 0;;) {
			try {
				return this.client.importMembers(media);
			}
			catch (Refusal refusal) {
				if (refusal.code() != Refusals.IMPORT_RUNNING) {
					throw refusal;
				}
				if (!patience.isTried()) {
					this.notices.tell(Message.of("wecom.import.waits", BUSY.toMinutes()));
				}
				patience.wait("wecom.import.busy", null);
			}
			catch (DirectoryException ex) {
				if (!ex.isPassing() || ++lost == LOST_ANSWERS) {
					throw ex;
				}
			}
		}
	}

	private ImportResult end(String job) {
		Patience patience = new Patience(GOING_ON);
		Integer percentage = null;
		while (true) {
			patience.wait("wecom.import.endless", percentage);
			ImportResult result = this.client.importResult(job);
			if (result.status() != null && result.status() == ImportResult.DONE) {
				return result;
			}
			percentage = result.percentage();
		}
	}

	private static Map<String, ImportResult.Row> byUserid(ImportResult result) {
		Map<String, ImportResult.Row> rows = new HashMap<>();
		List<ImportResult.Row> all = (result.result() != null) ? result.result() : List.of();
		all.stream().filter((row) -> row.userid() != null).forEach((row) -> rows.put(key(row.userid()), row));
		return rows;
	}

	private static String key(@Nullable String userid) {
		return (userid != null) ? Userid.key(userid) : "";
	}

	/**
	 * Waits for as long again as it has waited already, and not for ever. Where it is
	 * told how much is done, it wakes up about when the rest should be, too.
	 */
	private final class Patience {

		private final Duration most;

		private Duration waited = Duration.ZERO;

		Patience(Duration most) {
			this.most = most;
		}

		boolean isTried() {
			return !this.waited.isZero();
		}

		void wait(String code, @Nullable Integer percentage) {
			if (this.waited.compareTo(this.most) >= 0) {
				throw new DirectoryException(Message.of(code, this.most.toMinutes()));
			}
			Duration next = next(percentage);
			sleep(next);
			this.waited = this.waited.plus(next);
		}

		private void sleep(Duration time) {
			try {
				ImportJob.this.pace.sleep(time.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new DirectoryException(Message.of("remote.interrupted", "WeCom"), false, ex);
			}
		}

		private Duration next(@Nullable Integer percentage) {
			long millis = this.waited.toMillis();
			if (percentage != null && percentage > 0) {
				millis = Math.min(millis, millis * Math.max(0, 100 - percentage) / percentage);
			}
			return Duration.ofMillis(Math.min(LONGEST.toMillis(), Math.max(SHORTEST.toMillis(), millis)));
		}

	}

}
