package dev.rollcall.connector.excel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.Sentences;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Origin;

/** The reasons of rejected rows, taken in the order of the rows. */
final class RejectedReasons {

	private final List<Finding> findings;

	private final Sentences sentences;

	private int next;

	/**
	 * Reasons.
	 * @param findings in the order of their origin
	 */
	RejectedReasons(List<Finding> findings, Sentences sentences) {
		this.findings = findings;
		this.sentences = sentences;
	}

	/** Whether there are more of this sheet; those of sheets before are passed over. */
	boolean nextIn(int sheet) {
		while (this.next < this.findings.size() && this.findings.get(this.next).origin().part() < sheet) {
			this.next++;
		}
		return this.next < this.findings.size() && this.findings.get(this.next).origin().part() == sheet;
	}

	/**
	 * Why a row was rejected, null if it was not; those of rows before are passed over.
	 */
	@Nullable String take(int sheet, int row) {
		Origin wanted = new Origin(sheet, row);
		StringBuilder reasons = new StringBuilder();
		while (this.next < this.findings.size()) {
			Finding finding = this.findings.get(this.next);
			int order = finding.origin().compareTo(wanted);
			if (order > 0) {
				break;
			}
			if (order == 0 && finding.rejects()) {
				reasons.append((reasons.length() > 0) ? "\n" : "");
				reasons.append(finding.column().isEmpty() ? "" : finding.column() + ": ");
				reasons.append(this.sentences.of(finding.reason()));
			}
			this.next++;
		}
		return (reasons.length() > 0) ? reasons.toString() : null;
	}

}
