package dev.rollcall.connector.authing;

import java.util.List;
import java.util.Set;

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
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.Status;
import dev.rollcall.connector.authing.read.Links;
import dev.rollcall.connector.authing.read.Reading;
import dev.rollcall.connector.authing.write.Writing;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/** One organisation of a user pool. */
final class AuthingDirectory implements Target {

	/** Twenty calls at once, as {@link Writing#effort} says. */
	private static final int BATCH = 1000;

	private final AuthingClient client;

	private final Reading reading;

	private final Writing writing;

	/** An organisation that is open. */
	AuthingDirectory(AuthingClient client, Reading reading, Writing writing) {
		this.client = client;
		this.reading = reading;
		this.writing = writing;
	}

	/** Keys come and go; the user pool remains. */
	@Override
	public Identity identity() {
		return new Identity("authing:" + this.client.access().organization() + "@" + this.client.pool(), null);
	}

	@Override
	public Schema departmentSchema() {
		return this.reading.fields().departments();
	}

	@Override
	public Schema memberSchema() {
		return this.reading.fields().members();
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
		return this.reading.check();
	}

	@Override
	public List<CheckResult> prepare() {
		return Links.define(this.client);
	}

	@Override
	public List<Message> traffic() {
		return this.client.traffic();
	}

	/**
	 * Nothing is required of members: whoever has neither mobile nor mail gets a
	 * username. A field that the pool has not defined is refused by Authing.
	 */
	@Override
	public Capabilities capabilities() {
		return new Capabilities(false, Set.of(), List.of(), Writing.unique(), BATCH, false, true)
			.sparing(Status.spared(), Status.text(Status.SUSPENDED));
	}

	@Override
	public Effort effort(Workload work) {
		return this.writing.effort(work);
	}

	@Override
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory departments) {
		return this.writing.apply(changes, departments);
	}

	@Override
	public @Nullable Entry find(Change change, DepartmentDirectory departments) {
		return find(List.of(change), departments).get(0);
	}

	@Override
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory departments) {
		return this.writing.find(changes, departments);
	}

	@Override
	public Lost lost(Change inverse) {
		return this.writing.lost(inverse);
	}

	@Override
	public void close() {
		this.writing.close();
		this.client.close();
	}

}
