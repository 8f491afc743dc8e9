package dev.rollcall.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rollcall.staging.OlderDatabase;
import dev.rollcall.staging.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/** Homes to try something in, always in copies: made once, because that takes a while. */
final class Homes {

	/** So many that both sides are staged in several chunks. */
	static final Homes LARGE = new Homes(9_300);

	/** So many that the source is staged, and a plan applied, in several chunks. */
	static final Homes SMALL = new Homes(1_240);

	private static final Path FOLDER = emptied(Path.of("target/restart").toAbsolutePath());

	private final int people;

	private Path empty;

	private Path older;

	private Path loaded;

	private Path planned;

	private Path outside;

	private Homes(int people) {
		this.people = people;
	}

	/** Where nothing has run yet. */
	synchronized Path empty() {
		if (this.empty == null) {
			this.empty = fresh();
			Firm firm = new Firm(this.people);
			firm.writeThisMonth(this.empty.resolve("this-month.xlsx"));
			firm.writeNextMonth(this.empty.resolve("next-month.xlsx"));
			job("load", "this-month", "[create, update]", 50);
			job("upsert", "next-month", "[create, update]", 50);
			job("delete", "next-month", "[{delete: {departments: true}}]", 10_000);
			job("held", "next-month", "[{delete: {departments: true}}]", 10);
		}
		return this.empty;
	}

	/** Where nothing has run but a version before this one: run 1. */
	synchronized Path older() {
		if (this.older == null) {
			this.older = copyOf(empty());
			OlderDatabase.make(this.older.resolve("var"));
		}
		return this.older;
	}

	/** Where the embedded directory holds everyone of this month: run 1. */
	synchronized Path loaded() {
		if (this.loaded == null) {
			this.loaded = load(copyOf(empty()));
		}
		return this.loaded;
	}

	/** Where everyone of this month is in a database of the operator's: run 1. */
	synchronized Path outside() {
		if (this.outside == null) {
			Path home = copyOf(empty());
			try (Outside made = Outside.in(home)) {
				made.makeTables();
			}
			this.outside = load(home);
		}
		return this.outside;
	}

	/** As {@link #loaded()}, with a plan that is saved and not applied: run 2. */
	synchronized Path planned() {
		if (this.planned == null) {
			this.planned = copyOf(loaded());
			try (Attempt attempt = Attempt.at(this.planned)) {
				assertThat(attempt.begin("plan", "upsert").state()).isEqualTo(RunState.PLANNED);
			}
		}
		return this.planned;
	}

	/** A copy to try something in. */
	static Path copyOf(Path home) {
		Path copy = fresh();
		Folders.copy(home, copy);
		return copy;
	}

	private static Path load(Path home) {
		try (Attempt attempt = Attempt.at(home)) {
			assertThat(attempt.begin("run", "load").state()).isEqualTo(RunState.DONE);
		}
		return home;
	}

	private static Path emptied(Path folder) {
		if (Files.exists(folder)) {
			Folders.delete(folder);
		}
		return folder;
	}

	private static Path fresh() {
		try {
			return Files.createTempDirectory(Files.createDirectories(FOLDER), "home-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void job(String name, String source, String operations, int limit) {
		try {
			Files.writeString(Files.createDirectories(this.empty.resolve("jobs")).resolve(name + ".yaml"), """
					source: {connector: excel, file: %s.xlsx}
					target: {connector: jdbc}
					operations: %s
					limits: {delete: {count: %d, percent: 60}}
					""".formatted(source, operations, limit));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
