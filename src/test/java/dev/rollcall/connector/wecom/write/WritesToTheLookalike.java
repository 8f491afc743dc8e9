package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Writes into a look-alike with the contact secret alone, which shows only ids. */
abstract class WritesToTheLookalike {

	/** From so many members on they are written by a file. */
	static final int IMPORT_FROM = 300;

	final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults().with(Powers.TODAY));

	final List<Message> notices = new ArrayList<>();

	final MemberChanges.Refs refs = new MemberChanges.Refs();

	final WeComClient client = new WeComClient(
			new Access(new Line(this.weCom.baseUrl(), 8, new Timeouts(5000, 30_000), Patience.USUAL, null),
					this.weCom.secrets().corporation(), this.weCom.secrets().contact(), null, Rate.of(9000, 135_000),
					Map.of()),
			this.notices::add);

	final Writing writing = new Writing(this.client, IMPORT_FROM, this.notices::add, new FakePace() {
		@Override
		public void sleep(long millis) {
			try {
				// The look-alike needs its time, though not all that it is given.
				Pace.REAL.sleep(20);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	});

	@AfterEach
	void end() {
		this.writing.close();
		this.client.close();
		this.weCom.close();
	}

	static List<Change> creations(int count) {
		return IntStream.range(0, count).mapToObj((i) -> MemberChanges.create("u" + i)).toList();
	}

	List<Outcome> apply(Change... changes) {
		return this.writing.apply(List.of(changes), this.refs);
	}

	List<Outcome.State> states(List<Change> changes) {
		return this.writing.apply(changes, this.refs).stream().map(Outcome::state).toList();
	}

	List<JsonNode> members() {
		List<JsonNode> members = new ArrayList<>();
		this.weCom.state().get("members").forEach(members::add);
		return members;
	}

	long calls(String call) {
		return this.weCom.calls().count(call);
	}

}
