package dev.rollcall.connector.wecom.read;

import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/** WeCom's address book as far as the job wants it and the credentials may see it. */
public final class Reading implements AutoCloseable {

	private final WeComClient client;

	private final Detail detail;

	private final @Nullable Source companion;

	/**
	 * Reads through a client.
	 * @param companion tells what WeCom hides, null when there is none; closed with this
	 */
	public Reading(WeComClient client, Detail detail, @Nullable Source companion) {
		this.client = client;
		this.detail = detail;
		this.companion = companion;
	}

	/** The fields of departments that are read. */
	public Schema departmentSchema() {
		return Schema.of("name");
	}

	/** The fields of members that are read. */
	public Schema memberSchema() {
		return Schema.of("name");
	}

	/** As {@link Source#read}. */
	public PageReader read(@Nullable String cursor) {
		if (this.client.hasApp() && this.companion != null) {
			return this.companion.read(cursor);
		}
		throw new IllegalStateException(this.detail.name());
	}

	/** A digest of what does not come from WeCom itself, null when all does. */
	public @Nullable String content() {
		return (this.companion != null) ? this.companion.identity().content() : null;
	}

	/** What the credentials may do, call by call. */
	public List<CheckResult> check() {
		return List.of();
	}

	@Override
	public void close() {
		if (this.companion != null) {
			this.companion.close();
		}
	}

}
