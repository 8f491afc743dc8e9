package dev.rollcall.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import dev.rollcall.connector.Spreadsheets;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobText;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.ImportCandidate;
import dev.rollcall.plan.ImportCandidates;
import dev.rollcall.report.ImportWorksheet;
import dev.rollcall.report.WorksheetNotes;
import dev.rollcall.report.WorksheetView;
import dev.rollcall.report.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes whom an administrator is to import by hand, because only the target's own
 * console can bind their accounts to WeCom: goes the way of a run as far as its plan, and
 * keeps nothing but the file.
 */
final class Worksheets {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

	private final Trials trials;

	private final Spreadsheets spreadsheets;

	private final Surroundings surroundings;

	private final Home home;

	private final Words words;

	/**
	 * Where a worksheet goes.
	 *
	 * @param file as it was asked for, null for one of its own name
	 * @param replaces whether a file that is there is replaced
	 */
	record Place(@Nullable String file, boolean replaces) {

	}

	Worksheets(Trials trials, Spreadsheets spreadsheets, Surroundings surroundings, Home home, Words words) {
		this.trials = trials;
		this.spreadsheets = spreadsheets;
		this.surroundings = surroundings;
		this.home = home;
		this.words = words;
	}

	/**
	 * Writes a worksheet.
	 * @throws RunException when the job's target needs none, or the file cannot be there
	 */
	WorksheetView write(JobText text, JobDefinition definition, Place place, RunObserver observer) {
		Path file = (place.file() != null) ? named(place.file(), place.replaces()) : ofItsOwn(text.name());
		return this.trials.make(text, definition.creating(), observer, new Trials.Look<>() {
			@Override
			public List<Message> objections(RunContext context) {
				return (context.target().capabilities().accounts() != null) ? List.of() : List
					.of(Message.of("job.worksheet.no-accounts", text.name(), context.target().identity().directory()));
			}

			@Override
			public WorksheetView at(RunContext context, Planning planning) {
				ImportWorksheet worksheet = new ImportWorksheet(Worksheets.this.words, notes(context, planning));
				Worksheets.this.spreadsheets.write(file, place.replaces(),
						worksheet.sheets((found) -> plan(planning, found)));
				return worksheet.view(file.toString());
			}
		});
	}

	private static void plan(Planning planning, Consumer<ImportCandidate> found) {
		ImportCandidates candidates = new ImportCandidates(found);
		planning.plan(candidates, (members, departments) -> candidates.watching(members));
	}

	private static WorksheetNotes notes(RunContext context, Planning planning) {
		return new WorksheetNotes(context.run().arguments(), context.source().identity().directory(),
				context.target().identity().directory(), context.run().startedAt(), ZoneId.systemDefault(),
				planning.gaps());
	}

	/** A file that somebody has named: its folder is there, and nothing in its place. */
	private Path named(String name, boolean replaces) {
		Path file = this.home.folder().resolve(name).normalize();
		if (!name.toLowerCase(Locale.ROOT).endsWith(Spreadsheets.ENDING) || Files.isDirectory(file)) {
			throw new RunException(Message.of("job.worksheet.no-workbook", file, Spreadsheets.ENDING));
		}
		Path folder = file.getParent();
		if (folder == null || !Files.isDirectory(folder)) {
			throw new RunException(Message.of("job.worksheet.no-folder", file));
		}
		if (!replaces && Files.exists(file)) {
			throw new RunException(Message.of("job.worksheet.exists", file));
		}
		return file;
	}

	/** A file of a name that no other has, where nobody but the owner can look. */
	private Path ofItsOwn(String job) {
		String time = this.surroundings.clock().instant().atZone(ZoneId.systemDefault()).format(TIME);
		Path folder = this.home.worksheets();
		try {
			Files.createDirectories(folder, ownersOnly());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Path file = folder.resolve(job + "-" + time + Spreadsheets.ENDING);
		for (int i = 2; Files.exists(file); i++) {
			file = folder.resolve(job + "-" + time + "-" + i + Spreadsheets.ENDING);
		}
		return file;
	}

	private static FileAttribute<?>[] ownersOnly() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
				: new FileAttribute<?>[0];
	}

}
