package dev.rollcall.connector.wecom.read;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.sandbox.wecom.Population;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading over HTTP, from the look-alike. */
class ReadingIntegrationTests {

	@Test
	void idsAndDetailsTellOfTheSamePeople() {
		try (WeComLookalike wecom = WeComLookalike.start(WeComOptions.defaults().with(Population.seeded(3000, 60, 7)));
				WeComClient client = client(wecom)) {
			Reading ids = new Reading(client, Detail.IDS, null, false, List.of(), Pace.REAL, 500, 700);
			Reading full = new Reading(client, Detail.FULL, null, false, List.of(), Pace.REAL, 10_000, 700);
			List<Page> bare = ReadingTests.pages(ids, null);
			List<Page> detailed = ReadingTests.pages(full, null);
			assertThat(ids.claimed()).isEqualTo(full.claimed());
			assertThat(full.claimed()).extracting(Claim::members).isEqualTo(3000L);
			assertThat(ReadingTests.members(detailed)).extracting(Member::ref)
				.containsExactlyInAnyOrderElementsOf(ReadingTests.members(bare).stream().map(Member::ref).toList());
			assertThat(ReadingTests.members(bare)).allMatch((member) -> member.name() == null);
			assertThat(ReadingTests.members(detailed))
				.allMatch((member) -> member.fields().value(FieldNames.POSITION) != null);
			assertThat(ReadingTests.members(detailed)).extracting(Member::name).doesNotContainNull();
			assertThat(ReadingTests.departments(detailed)).noneMatch((department) -> department.name().isEmpty());
			assertThat(detailed).allMatch((page) -> page.gaps().isEmpty());
		}
	}

	private static WeComClient client(WeComLookalike wecom) {
		return new WeComClient(
				new Access(new Line(wecom.baseUrl(), 8, new Timeouts(2000, 5000), new Patience(6, 1, 20, 60_000), null),
						wecom.secrets().corporation(), wecom.secrets().contact(), wecom.secrets().app(),
						Rate.of(90_000, 900_000), Map.of()),
				Notices.NONE);
	}

}
