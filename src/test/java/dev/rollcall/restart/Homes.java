package dev.rollcall.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.staging.OlderDatabase;
import dev.rollcall.staging.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/** Homes to try something in, always in copies: made once, because that takes a while. */
final class Homes {

	/** So many that both sides are staged in several chunks. */
	static final Homes LARGE = new Homes(9_300);

	/** So many that the source is staged, and a plan applied, in several chunks. */
	static final Homes SMALL = new Homes(1_240);

	/** Tests run in several processes, each of which has a folder of its own. */
	private static final Path FOLDER = ofThisProcess(Path.of("target/restart").toAbsolutePath());

	private final int people;

	private Path empty;

	private Path older;

	private Path loaded;

	private Path planned;

	private Path held;

	private Path approved;

	private Path emptyOutside;

	private Path outside;

	private final Map<List<Object>, Path> after = new HashMap<>();

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
			job("load", "this-month", "[create, update]", 10_000);
			job("upsert", "next-month", "[create, update]", 10_000);
			job("delete", "next-month", "[{delete: {departments: true}}]", 10_000);
			job("leave", "next-month", "[delete]\non-leave: {disable-then-delete-after: 30d}", 10_000);
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
			this.outside = load(copyOf(emptyOutside()));
		}
		return this.outside;
	}

	/** Where nothing has run yet, with an empty database of the operator's. */
	synchronized Path emptyOutside() {
		if (this.emptyOutside == null) {
			this.emptyOutside = copyOf(empty());
			try (Outside made = Outside.in(this.emptyOutside)) {
				made.makeTables();
			}
		}
		return this.emptyOutside;
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

	/** As {@link #loaded()}, with a plan that passes a limit: run 2. */
	synchronized Path held() {
		if (this.held == null) {
			this.held = copyOf(loaded());
			try (Attempt attempt = Attempt.at(this.held)) {
				assertThat(attempt.begin("run", "held").state()).isEqualTo(RunState.HELD);
			}
		}
		return this.held;
	}

	/** As {@link #held()}, with a person's word that it may. */
	synchronized Path approved() {
		if (this.approved == null) {
			this.approved = copyOf(held());
			try (Attempt attempt = Attempt.at(this.approved)) {
				attempt.approve(2);
			}
		}
		return this.approved;
	}

	/** As another home, in which a job has run besides: run 2. */
	synchronized Path after(Path home, String job) {
		return this.after.computeIfAbsent(List.of(home, job), (unknown) -> {
			Path copy = copyOf(home);
			try (Attempt attempt = Attempt.at(copy)) {
				assertThat(attempt.begin("run", job).state().isOver()).isTrue();
			}
			return copy;
		});
	}

	/** Where the target has refused much of what a job was to create: run 2. */
	synchronized Path refused(Path home) {
		return this.after.computeIfAbsent(List.of(home, "refused"), (unknown) -> {
			Path copy = copyOf(home);
			try (Attempt attempt = Attempt.at(copy)) {
				attempt.begin("plan", "load");
				attempt.write("ALTER TABLE directory_department ADD CONSTRAINT not_this CHECK (name <> '部门7')");
				attempt
					.write("ALTER TABLE directory_member ADD CONSTRAINT not_these CHECK (userid_key NOT LIKE 'u1%')");
				assertThat(attempt.begin("run", "load").state()).isEqualTo(RunState.PARTIAL);
				attempt.write("ALTER TABLE directory_department DROP CONSTRAINT not_this");
				attempt.write("ALTER TABLE directory_member DROP CONSTRAINT not_these");
			}
			return copy;
		});
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

	/** Removes what processes that are gone have left. */
	private static Path ofThisProcess(Path folder) {
		try (Stream<Path> others = Files.list(Files.createDirectories(folder))) {
			others.filter((other) -> !isOfALivingProcess(other)).forEach(Folders::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return folder.resolve(String.valueOf(ProcessHandle.current().pid()));
	}

	private static boolean isOfALivingProcess(Path folder) {
		String name = folder.getFileName().toString();
		return name.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(name)).isPresent();
	}

	private static Path fresh() {
		try {
			return Files.createTempDirectory(Files.createDirectories(FOLDER), "home-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A job whose limits are as wide as a month that changes so much needs them. */
	private void job(String name, String source, String operations, int cap) {
		try {
			Files.writeString(Files.createDirectories(this.empty.resolve("jobs")).resolve(name + ".yaml"), """
					source: {connector: excel, file: %s.xlsx}
					target: {connector: jdbc}
					operations: %s
					limits:
					  create: {percent: 60, cap: 10000}
					  update: {percent: 60, cap: 10000}
					  delete: {percent: 60, cap: %d}
					  disable: {percent: 60, cap: 10000}
					  subtrees:
					    delete: {percent: 100, small-percent: 100}
					    disable: {percent: 100, small-percent: 100}
					""".formatted(source, operations, cap));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
