package dev.rollcall.connector.authing.read;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import dev.rollcall.sandbox.authing.Population;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading over HTTP, from the look-alike. */
class ReadingAuthingIntegrationTests {

	private static final int USERS = 2_000;

	@Test
	void takesNoMoreCallsThanTotalsRequire() {
		try (AuthingLookalike authing = started((options) -> options); AuthingClient client = client(authing)) {
			Reading reading = reading(client);
			List<Page> pages = AuthingPagesTests.pages(reading, null);
			assertWhole(pages);
			assertThat(reading.claimed()).extracting(Claim::members).isEqualTo((long) USERS);
			assertThat(authing.calls().count("list-users")).isEqualTo(USERS / 50 + 2);
			assertThat(authing.calls().total()).isLessThanOrEqualTo(USERS / 50 + 2 + 6);
			assertThat(AuthingPagesTests.members(pages))
				.allMatch((member) -> member.userid() != null && member.name() != null)
				.allMatch((member) -> member.placements() != null && member.placements().main() != null)
				.anyMatch((member) -> Boolean.TRUE.equals(member.placements().list().get(0).leader()));
		}
	}

	@Test
	void findsTheSameWhateverDisturbsIt() {
		Disturbance disturbance = Disturbance.NONE;
		for (Fault fault : Fault.values()) {
			disturbance = disturbance.with(fault, 0.02);
		}
		List<Member> expected = members((options) -> options);
		Disturbance disturbed = disturbance;
		assertThat(members((options) -> options.with(disturbed))).isEqualTo(expected);
	}

	@Test
	void findsTheSameWhateverAuthingsPagesLeaveOpen() {
		List<Member> expected = members((options) -> options);
		assertThat(members((options) -> options.with(Habit.ROOT_UNLISTED, Habit.HTTP_STATUS))).isEqualTo(expected);
		assertThat(members((options) -> options.deepest(USERS / 2))).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void tellsTheFieldsOfPeople() {
		Member member = members((options) -> options).get(0);
		assertThat(member.fields().known()).containsKeys(FieldNames.MOBILE, FieldNames.EMAIL, FieldNames.USERNAME)
			.containsEntry(FieldNames.STATUS, "activated")
			.containsEntry(FieldNames.ENABLED, "true");
	}

	private static List<Member> members(UnaryOperator<AuthingOptions> otherwise) {
		try (AuthingLookalike authing = started(otherwise); AuthingClient client = client(authing)) {
			List<Page> pages = AuthingPagesTests.pages(reading(client), null);
			assertWhole(pages);
			return AuthingPagesTests.members(pages);
		}
	}

	private static void assertWhole(List<Page> pages) {
		assertThat(AuthingPagesTests.gaps(pages)).isEmpty();
		assertThat(pages).allMatch((page) -> page.findings().isEmpty());
		assertThat(AuthingPagesTests.refs(pages)).hasSize(USERS).doesNotHaveDuplicates();
	}

	private static Reading reading(AuthingClient client) {
		return new Reading(client, new Shape(false, true, false, List.of(UseridFrom.WECHATWORK_USER_ID)));
	}

	private static AuthingLookalike started(UnaryOperator<AuthingOptions> otherwise) {
		AuthingOptions options = AuthingOptions.defaults().linked(true).with(Population.seeded(USERS, 60, 7));
		return AuthingLookalike.start(otherwise.apply(options));
	}

	private static AuthingClient client(AuthingLookalike authing) {
		Line line = new Line(URI.create(authing.baseUrl().toString()), 8, new Timeouts(5_000, 30_000),
				new Patience(8, 1, 1, 1_000), null);
		return new AuthingClient(new AuthingAccess(line, authing.keys().id(), authing.keys().secret(),
				AuthingLookalike.ORGANIZATION, Rate.perSecond(100_000), Map.of()), Notices.NONE, Clock.systemUTC());
	}

}
