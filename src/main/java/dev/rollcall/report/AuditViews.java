package dev.rollcall.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.rollcall.report.AuditView.EntryView;
import dev.rollcall.report.AuditView.HeadView;
import dev.rollcall.report.AuditView.ProofView;
import dev.rollcall.staging.AuditEntry;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.AuditProof;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of the audit log. */
public final class AuditViews {

	/** Says nothing to people. */
	private static final String DIGEST = "digest";

	private final AuditLog log;

	private final AuditProof proof;

	private final Words words;

	public AuditViews(AuditLog log, AuditProof proof, Words words) {
		this.log = log;
		this.proof = proof;
		this.words = words;
	}

	/** How the log ends now. */
	public HeadView head() {
		return view(this.log.head());
	}

	/** The last entries, the youngest first. */
	public List<EntryView> latest(int limit) {
		return this.log.latest(limit)
			.stream()
			.map((entry) -> new EntryView(entry.seq(), entry.writtenAt(), entry.person(), lower(entry.kind()),
					entry.run(), entry.values(), entry.hash(), sentence(entry)))
			.toList();
	}

	/**
	 * Proves the log.
	 * @param noted the first characters of a hash that it has held before, null if nobody
	 * has noted any
	 */
	public ProofView prove(@Nullable String noted) {
		AuditProof.Result result = this.proof.prove(noted);
		return new ProofView(result.faultsInAll() == 0, view(result.head()), result.entries(), result.runs(),
				result.changes(), result.faults().stream().map(this.words::of).toList(), result.faultsInAll());
	}

	private String sentence(AuditEntry entry) {
		boolean known = Arrays.stream(AuditLog.Kind.values()).anyMatch((kind) -> kind.name().equals(entry.kind()));
		String what = known ? this.words.of("report.audit." + lower(entry.kind()), entry.run()) : entry.kind();
		String content = entry.values()
			.entrySet()
			.stream()
			.filter((value) -> !value.getKey().equals(DIGEST))
			.map((value) -> value.getKey() + "=" + value.getValue())
			.collect(Collectors.joining(", "));
		return content.isEmpty() ? what : this.words.of("report.audit-content", what, content);
	}

	private static HeadView view(AuditLog.Head head) {
		return new HeadView(head.seq(), head.hash());
	}

	private static String lower(String kind) {
		return kind.toLowerCase(Locale.ROOT);
	}

}
