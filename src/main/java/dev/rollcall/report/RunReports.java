package dev.rollcall.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rollcall.connector.RejectedRows;
import dev.rollcall.directory.Finding;
import dev.rollcall.report.AuditView.HeadView;
import dev.rollcall.staging.Folder;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files that a run leaves behind: {@code report.txt} and {@code report.json}
 * with everything but the single changes that went well, and the rejected rows in a form
 * that can be mended and fed again.
 */
public final class RunReports {

	private static final int MAX_LISTED = 10_000;

	private final Path folder;

	private final RunStore runs;

	private final FindingStore findings;

	private final RunViews views;

	private final AuditViews audit;

	private final Words words;

	/**
	 * A run as it is filed: beside all that is shown of it how the audit log ended then.
	 */
	private record Filed(@JsonUnwrapped RunView run, HeadView auditHead) {

	}

	public RunReports(Path folder, RunStore runs, FindingStore findings, RunViews views, AuditViews audit,
			Words words) {
		this.folder = folder;
		this.runs = runs;
		this.findings = findings;
		this.views = views;
		this.audit = audit;
		this.words = words;
	}

	/** Where the files of a run are. */
	public Path folder(long run) {
		return this.folder.resolve(Long.toString(run));
	}

	/**
	 * Writes all files of a run; those of an earlier execution are replaced.
	 * @param rejectedRows writes rejected rows, null if the source cannot
	 */
	public void write(long id, @Nullable RejectedRows rejectedRows) {
		Run run = Objects.requireNonNull(this.runs.find(id));
		RunView view = this.views.of(run,
				new RunViews.Scope(RunViews.Changes.TROUBLE, MAX_LISTED, MAX_LISTED, new Masking(false), this.words));
		HeadView head = this.audit.head();
		try {
			Path files = Files.createDirectories(folder(id));
			try (Writer json = Files.newBufferedWriter(files.resolve("report.json"), StandardCharsets.UTF_8)) {
				JsonReport.write(new Filed(view, head), json);
			}
			try (PrintWriter text = new PrintWriter(
					Files.newBufferedWriter(files.resolve("report.txt"), StandardCharsets.UTF_8))) {
				TextReport report = new TextReport(this.words, ZoneId.systemDefault(), text);
				report.summary(view);
				report.conflicts(view);
				report.trouble(view);
				report.held(view);
				text.println(this.words.of("report.audit-head", head.entry(), head.hash()));
			}
			if (rejectedRows != null && !view.rejected().isEmpty()) {
				List<Finding> rejected = this.findings.find(id, Finding.Severity.REJECTED, Integer.MAX_VALUE);
				rejectedRows.write(rejected, this.words, files.resolve(rejectedRows.fileName()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Removes the files of a run, if there are any. */
	public void delete(long run) {
		Folder.delete(folder(run));
	}

	/** How many bytes the files of all runs take. */
	public long bytes() {
		return Folder.bytes(this.folder);
	}

	/** The rejected rows of a run that can be mended, null when there are none. */
	public @Nullable Path rejectedRows(long run) {
		if (!Files.isDirectory(folder(run))) {
			return null;
		}
		try (Stream<Path> files = Files.list(folder(run))) {
			return files.filter(RunReports::isRejectedRows).findFirst().orElse(null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a source calls them, it says itself; what is not finished does not count. */
	private static boolean isRejectedRows(Path file) {
		String name = file.getFileName().toString();
		return name.startsWith(RejectedRows.NAME) && !name.endsWith(".part");
	}

}
