package dev.rollcall.connector.wecom.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.wecom.read.companion.Companion;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Tells an operator beforehand what a run will see. */
final class Inspection {

	private final Reading reading;

	private final @Nullable Source source;

	/**
	 * Of what would be read.
	 * @param source the companion, if there is one
	 */
	Inspection(Reading reading, @Nullable Source source) {
		this.reading = reading;
		this.source = source;
	}

	List<CheckResult> results() {
		List<CheckResult> results = new ArrayList<>();
		try {
			results.addAll(this.reading.powers());
			Company company = this.reading.companyAhead();
			results.add(good("wecom.check.company", company.tree().size(), company.lists().size()));
			company.gaps().forEach((gap) -> results.add(new CheckResult(false, gap)));
			Companion companion = this.reading.companion(company);
			names(results, company, companion);
		}
		catch (DirectoryException ex) {
			results.add(new CheckResult(false, ex.text()));
		}
		if (this.source != null) {
			results.addAll(this.source.check());
		}
		return results;
	}

	private void names(List<CheckResult> results, Company company, @Nullable Companion companion) {
		Visible visible = this.reading.visible();
		Set<Integer> named = new HashSet<>(visible.names().keySet());
		if (companion != null) {
			named.addAll(companion.names().keySet());
			results.add(good("wecom.check.companion", companion.known(), company.lists().size()));
		}
		named.removeIf((id) -> company.tree().place(id) < 0);
		results.add(good("wecom.check.names", named.size(), company.tree().size()));
		if (!visible.shown().isEmpty()) {
			results.add(good("wecom.check.shown", String.join(", ", visible.shown())));
		}
	}

	private static CheckResult good(String code, Object... arguments) {
		return new CheckResult(true, Message.of(code, arguments));
	}

}
