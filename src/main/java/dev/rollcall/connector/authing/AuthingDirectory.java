package dev.rollcall.connector.authing;

import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.read.Reading;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/** One organisation of a user pool. */
final class AuthingDirectory implements Source {

	private final AuthingClient client;

	private final Reading reading;

	/** An organisation that is open. */
	AuthingDirectory(AuthingClient client, Reading reading) {
		this.client = client;
		this.reading = reading;
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
	public List<Message> traffic() {
		return this.client.traffic();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
