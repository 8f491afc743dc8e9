package dev.rollcall.connector.wecom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.wecom.client.Powers;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.Reading;
import dev.rollcall.connector.wecom.write.Writing;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/** The address book of one company. */
final class WeComDirectory implements Target {

	private static final int BATCH = 1000;

	/** A name; and one of both, error 60129. */
	private static final List<Set<String>> REQUIRED = List.of(Set.of(FieldNames.NAME),
			Set.of(FieldNames.MOBILE, FieldNames.EMAIL));

	private final WeComClient client;

	private final Reading reading;

	private final Writing writing;

	private final boolean asTarget;

	/**
	 * An address book that is open.
	 * @param asTarget whether it is to be written
	 */
	WeComDirectory(WeComClient client, Reading reading, Writing writing, boolean asTarget) {
		this.asTarget = asTarget;
		this.client = client;
		this.reading = reading;
		this.writing = writing;
	}

	@Override
	public Identity identity() {
		return new Identity("wecom:" + this.client.access().corporation(), this.reading.content());
	}

	@Override
	public Schema departmentSchema() {
		return this.reading.departmentSchema();
	}

	@Override
	public Schema memberSchema() {
		return this.reading.memberSchema();
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		return this.reading.read(cursor);
	}

	@Override
	public @Nullable Claim claimed() {
		return this.reading.claimed();
	}

	@Override
	public List<String> parts() {
		return this.reading.parts();
	}

	@Override
	public List<CheckResult> check() {
		List<CheckResult> results = new ArrayList<>(this.reading.check());
		if (this.asTarget) {
			results.addAll(new Powers(this.client).writing());
			unseen().ifPresent(results::add);
		}
		return results;
	}

	/** Fields of which nobody can see whether the company has defined them. */
	private Optional<CheckResult> unseen() {
		List<String> fields = hidden().stream().filter(Writing::isCustom).sorted().toList();
		return fields.isEmpty() ? Optional.empty() : Optional
			.of(new CheckResult(true, Message.of("wecom.check.custom-fields", String.join(", ", fields))));
	}

	@Override
	public List<Message> traffic() {
		return this.client.traffic();
	}

	/**
	 * Fields that the schema does not name are not taken: WeCom passes over in silence
	 * what the company has not defined, so that they would be written again each time.
	 * Names of departments are shown to an app only, and only within its visible range.
	 * Those that the job vouches for are named by it.
	 */
	@Override
	public Capabilities capabilities() {
		return new Capabilities(false, hidden(), REQUIRED, Writing.unique(), BATCH, false,
				memberSchema().has(FieldNames.ENABLED))
			.hidingOfDepartments(Set.copyOf(FieldNames.OF_DEPARTMENTS))
			.telling(told());
	}

	/** What reading shows and nobody can write, such as whether a member has joined. */
	private Set<String> told() {
		return memberSchema().names()
			.stream()
			.filter((field) -> !Writing.takes(field))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** What it takes and reading does not show, so that only the ledger knows it. */
	private Set<String> hidden() {
		Set<String> shown = this.reading.shown();
		return memberSchema().names()
			.stream()
			.filter((field) -> Writing.takes(field) && !shown.contains(field))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Effort effort(Workload work) {
		return this.writing.effort(work);
	}

	@Override
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory departments) {
		try {
			return this.writing.apply(changes, departments);
		}
		finally {
			this.reading.written();
		}
	}

	@Override
	public @Nullable Entry find(Change change, DepartmentDirectory departments) {
		return find(List.of(change), departments).get(0);
	}

	@Override
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory departments) {
		return this.writing.find(changes, departments, departmentSchema(), memberSchema(), this.reading.shown());
	}

	@Override
	public Lost lost(Change inverse) {
		return this.writing.lost(inverse);
	}

	@Override
	public void close() {
		this.writing.close();
		this.reading.close();
		this.client.close();
	}

}
