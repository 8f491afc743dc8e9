package dev.rollcall.staging;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Links are made when a run ends, follow their members, and are forgotten with them. */
class LinkStoreTests {

	private static final String SOURCE = "memory:source";

	private static final String TARGET = "memory:target";

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final LinkStore links = new LinkStore(this.jdbc);

	@Test
	void aPairThatIsEqualIsLinkedWhenTheRunEnds() {
		planned(5, "a", "x", true);
		assertThat(link("a")).isNull();
		this.links.settle(5, SOURCE, TARGET);
		assertThat(link("a")).isEqualTo(new MemberLink("x", MemberKey.NAME, 5));
		assertThat(this.links.find("memory:other", TARGET).isEmpty()).isTrue();
	}

	@Test
	void anyOtherPairIsLinkedOnceItsChangeIsCarriedOut() {
		planned(5, "a", "x", false);
		planned(5, "b", "y", false);
		this.links.carriedOut(5, TARGET, Map.of("x", "x2"));
		this.links.settle(5, SOURCE, TARGET);
		assertThat(link("a")).isEqualTo(new MemberLink("x2", MemberKey.NAME, 5));
		assertThat(link("b")).isNull();
	}

	@Test
	void settledAgainItIsTheSame() {
		planned(5, "a", "x", true);
		this.links.settle(5, SOURCE, TARGET);
		this.links.settle(5, SOURCE, TARGET);
		assertThat(this.links.find(SOURCE, TARGET).gone()).containsExactly("x");
	}

	@Test
	void aLinkFollowsItsMemberToAnotherRefAndGoesWithIt() {
		planned(5, "a", "x", true);
		planned(5, "b", "y", true);
		this.links.settle(5, SOURCE, TARGET);
		this.links.carriedOut(6, TARGET, Map.of("x", "z"));
		this.links.deleted(TARGET, List.of("y"));
		assertThat(link("a")).isEqualTo(new MemberLink("z", MemberKey.NAME, 5));
		assertThat(link("b")).isNull();
	}

	@Test
	void whatTheTargetHasNoMoreIsForgottenWhenTheRunEnds() {
		planned(5, "a", "x", true);
		planned(5, "b", "y", true);
		this.links.settle(5, SOURCE, TARGET);
		this.links.gone(6, SOURCE, TARGET, List.of("x"));
		assertThat(link("a")).isNotNull();
		this.links.settle(6, SOURCE, TARGET);
		assertThat(link("a")).isNull();
		assertThat(link("b")).isNotNull();
		assertThat(this.links.forgotten(6, 10)).containsExactly(new LinkStore.Forgotten("a", "x"));
		assertThat(this.links.forgotten(6)).isEqualTo(1);
	}

	@Test
	void twoThatHaveComeToOneUseridAreNotLinked() {
		planned(5, "a", "x", true);
		planned(5, "a", "y", true);
		this.links.settle(5, SOURCE, TARGET);
		assertThat(link("a")).isNull();
	}

	@Test
	void aLinkHoldsOnlyWhereBothSidesHaveTheMember() {
		planned(5, "a", "x", true);
		this.links.settle(5, SOURCE, TARGET);
		LinkTable table = this.links.find(SOURCE, TARGET);
		table.sourceHas(member("a", null));
		assertThat(table.of(member("a", null))).isNull();
		assertThat(table.gone()).containsExactly("x");
		table.targetHas(member("x", null));
		assertThat(table.of(member("A", null))).isNotNull();
		assertThat(table.hasTarget(member("x", null))).isTrue();
		assertThat(table.hasTarget(member("y", null))).isFalse();
		assertThat(table.hasUserid(member("A", null))).isTrue();
		assertThat(table.gone()).isEmpty();
	}

	@Test
	void whoseUseridHasChangedIsKnownByTheFormerOne() {
		planned(5, "old", "x", true);
		this.links.settle(5, SOURCE, TARGET);
		LinkTable table = this.links.find(SOURCE, TARGET);
		Member renamed = member("new", "Old");
		table.sourceHas(renamed);
		table.targetHas(member("x", null));
		assertThat(table.of(renamed)).isNotNull();
	}

	@Test
	void manyAreReadPageByPageAndFoundAgain() {
		this.jdbc.batchUpdate("INSERT INTO member_link VALUES (?, ?, ?, ?, 'EMAIL', 3)",
				IntStream.range(0, 20_001)
					.mapToObj((i) -> new Object[] { SOURCE, TARGET, "用户" + i, "ref" + i })
					.toList());
		LinkTable table = this.links.find(SOURCE, TARGET);
		assertThat(table.gone()).hasSize(20_001);
		for (int i = 0; i < 20_001; i += 487) {
			table.sourceHas(member("用户" + i, null));
			table.targetHas(member("ref" + i, null));
			assertThat(table.of(member("用户" + i, null))).isEqualTo(new MemberLink("ref" + i, MemberKey.EMAIL, 3));
		}
	}

	private MemberLink link(String userid) {
		LinkTable table = this.links.find(SOURCE, TARGET);
		table.sourceHas(member(userid, null));
		table.gone().toList().forEach((ref) -> table.targetHas(member(ref, null)));
		return table.of(member(userid, null));
	}

	private void planned(long run, String userid, String ref, boolean equal) {
		PlannedLinks planned = new PlannedLinks(this.jdbc, run);
		planned.add(member(userid, null), member(ref, null), MemberKey.NAME, equal);
		planned.flush();
	}

	private static Member member(String userid, String former) {
		return new Member(userid, userid, former, Fields.unknown(Schema.of("name")), null, null);
	}

}
