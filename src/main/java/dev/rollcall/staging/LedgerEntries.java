package dev.rollcall.staging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger remembers of a few entries, while it changes: put down at once, so that
 * however often one was written to, it costs one row.
 */
public final class LedgerEntries {

	private final Ledger ledger;

	private final long run;

	private final List<String> hidden;

	private final Map<String, Map<String, String>> entries = new HashMap<>();

	/** Those of which something else is remembered than before. */
	private final Map<String, Map<String, String>> changed = new TreeMap<>();

	LedgerEntries(Ledger ledger, long run, List<String> hidden, Map<String, Map<String, String>> remembered,
			Collection<String> looked) {
		this.ledger = ledger;
		this.run = run;
		this.hidden = hidden;
		looked.forEach((ref) -> this.entries.put(ref, remembered.getOrDefault(ref, Map.of())));
	}

	/** Remembers what has been written to an entry. */
	public void written(String ref, Entry after) {
		Map<String, String> known = new HashMap<>(known(ref));
		boolean any = false;
		for (String field : this.hidden) {
			String content = content(field, after);
			if (content != null) {
				known.put(field, content);
				any = true;
			}
		}
		if (any) {
			put(ref, known);
		}
	}

	private static @Nullable String content(String field, Entry after) {
		return (after instanceof Member member && field.equals(FieldNames.USERID)) ? member.userid()
				: after.fields().value(field);
	}

	/** Forgets an entry that is gone. */
	public void deleted(String ref) {
		put(ref, Map.of());
	}

	/** A member is addressed by another ref from now on. */
	public void renamed(String from, String to) {
		if (!from.equals(to)) {
			put(to, known(from));
			put(from, Map.of());
		}
	}

	/** Puts it all down. */
	public void write() {
		if (!this.changed.isEmpty()) {
			this.ledger.replace(this.run, this.changed);
			this.changed.clear();
		}
	}

	private Map<String, String> known(String ref) {
		return this.entries.computeIfAbsent(ref, this.ledger::remembered);
	}

	private void put(String ref, Map<String, String> known) {
		this.entries.put(ref, known);
		this.changed.put(ref, known);
	}

}
