package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.wecom.api.ImportResult;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates members by files instead of one by one, where they are many. What a
 * file cannot say, and whoever has no result when it is done, is left to single calls.
 */
final class Imports {

	/** What WeCom says of a name that is not there. */
	private static final int INVALID_NAME = 60112;

	/** A file costs about as much as so many single calls. */
	private static final int WORTH_A_FILE = 100;

	private final Presence presence;

	private final ImportJob job;

	private final int from;

	/** WeCom has turned out to want names even of those whom it knows. */
	private boolean wantsNames;

	/**
	 * Imports of some size.
	 * @param from how many members are imported, at least, if they come together
	 */
	Imports(Presence presence, ImportJob job, int from) {
		this.presence = presence;
		this.job = job;
		this.from = Math.min(from, ImportFile.ROWS);
	}

	/**
	 * Imports what can be imported.
	 * @param outcomes takes what became of each
	 * @return those that are left
	 */
	Left carryOut(List<Sending> sendings, @Nullable Outcome[] outcomes) {
		List<Sending> able = sendings.stream()
			.filter((sending) -> ImportFile.canSay(sending) && (!this.wantsNames || sending.body().name() != null))
			.toList();
		if (able.size() < this.from) {
			return new Left(sendings, List.of());
		}
		List<Sending> doubtful = new ArrayList<>();
		for (ImportFile file : files(able, outcomes)) {
			if (file.tellsNames() || !this.wantsNames) {
				doubtful.addAll(carryOut(file, outcomes));
			}
		}
		Set<Sending> tried = Set.copyOf(doubtful);
		List<Sending> untried = sendings.stream()
			.filter((sending) -> outcomes[sending.index()] == null && !tried.contains(sending))
			.toList();
		return new Left(untried, doubtful);
	}

	/**
	 * Changes without an outcome.
	 *
	 * @param untried those that were in no file
	 * @param doubtful those of which it is not known what became of them
	 */
	record Left(List<Sending> untried, List<Sending> doubtful) {

	}

	private List<Sending> carryOut(ImportFile file, @Nullable Outcome[] outcomes) {
		byte[] bytes = file.toBytes();
		if (bytes.length > ImportFile.BYTES && file.members().size() > 1) {
			int half = file.members().size() / 2;
			List<Sending> left = new ArrayList<>(carryOut(file.part(0, half), outcomes));
			left.addAll(carryOut(file.part(half, file.members().size()), outcomes));
			return left;
		}
		Map<String, ImportResult.Row> rows = this.job.run(bytes);
		this.wantsNames |= rows.isEmpty() && !file.tellsNames();
		List<Sending> left = new ArrayList<>();
		for (Sending member : file.members()) {
			ImportResult.Row row = rows.get(member.keyAfter());
			if (row == null || (row.errcode() == INVALID_NAME && !file.tellsNames())) {
				left.add(member);
			}
			else {
				outcomes[member.index()] = (row.errcode() == 0) ? Outcome.done()
						: Outcome.failed(Integer.toString(row.errcode()), (row.errmsg() != null) ? row.errmsg() : "");
			}
		}
		return left;
	}

	private List<ImportFile> files(List<Sending> able, @Nullable Outcome[] outcomes) {
		List<Sending> possible = possible(able, outcomes);
		List<ImportFile> files = new ArrayList<>();
		parts(possible.stream().filter(Sending::isCreation).toList())
			.forEach((part) -> files.add(ImportFile.ofCreations(part)));
		Map<List<String>, List<Sending>> groups = new LinkedHashMap<>();
		possible.stream()
			.filter((sending) -> !sending.isCreation())
			.forEach((sending) -> groups.computeIfAbsent(ImportFile.known(sending), (any) -> new ArrayList<>())
				.add(sending));
		groups.values().forEach((group) -> parts(group).forEach((part) -> files.add(ImportFile.ofUpdates(part))));
		return files;
	}

	/**
	 * A file writes to whomever it finds and creates whomever it does not find: nobody
	 * who is there already may be in it as new, and nobody who is gone as old.
	 */
	private List<Sending> possible(List<Sending> able, @Nullable Outcome[] outcomes) {
		Set<String> present = this.presence.of(able.stream().map(Sending::keyAfter).toList());
		for (Sending sending : able) {
			if (present.contains(sending.keyAfter()) == sending.isCreation()) {
				outcomes[sending.index()] = Outcome
					.failed(Message.of(sending.isCreation() ? "wecom.member-exists" : "wecom.member-gone"));
			}
		}
		return able.stream().filter((sending) -> outcomes[sending.index()] == null).toList();
	}

	private static List<List<Sending>> parts(List<Sending> all) {
		List<List<Sending>> parts = new ArrayList<>();
		for (int from = 0; from < all.size(); from += ImportFile.ROWS) {
			List<Sending> part = all.subList(from, Math.min(all.size(), from + ImportFile.ROWS));
			if (part.size() >= WORTH_A_FILE) {
				parts.add(part);
			}
		}
		return parts;
	}

}
