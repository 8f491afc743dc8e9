package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is paired with whom, and that nobody is paired by guess. */
class MemberMatchingTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	@Test
	void pairsWhoSharesAKeyAndTellsWhoIsOnOneSideOnly() {
		assertThat(match(List.of(member("a", "甲", "1"), member("c", "丙", "3")),
				List.of(member("b", "乙", "2"), member("c", "丙", "4"), member("d", "丁", "5")), MemberKey.USERID))
			.containsExactly("a +", "- b", "c = c", "- d");
	}

	@Test
	void membersWithoutAKeyAreNeverPaired() {
		assertThat(match(List.of(member("a", "甲", "1"), member("b", "乙", "")),
				List.of(member("x", "丙", ""), member("y", "丁", "")), MemberKey.USERID, MemberKey.MOBILE))
			.containsExactlyInAnyOrder("a +", "b +", "- x", "- y");
		Member nobody = new Member("row 1", null, null, fields("甲", "1"), null, null);
		Member other = new Member("row 2", null, null, fields("乙", "2"), null, null);
		assertThat(match(List.of(nobody, other), List.of(nobody, other), MemberKey.USERID))
			.containsExactlyInAnyOrder("null +", "null +", "- null", "- null");
	}

	@Test
	void saysTheSameTwiceOnlyOnce() {
		List<Member> rows = List.of(member("a", "甲", "1"), member("a", "甲", "1"), member("a", "甲", "1"));
		assertThat(match(rows, List.of(), MemberKey.USERID)).containsExactly("a repeated", "a repeated", "a +");
		assertThat(match(rows, List.of(member("A", "旧", "1")), MemberKey.USERID)).containsExactly("a repeated",
				"a repeated", "a = A");
	}

	@Test
	void rowsThatContradictEachOtherAreAConflictEvenIfTheTargetHasNeither() {
		List<Member> rows = List.of(member("a", "甲", "1"), member("A", "乙", "1"));
		assertThat(match(rows, List.of(), MemberKey.USERID)).containsExactly("a: a A ? ");
		assertThat(match(rows, List.of(member("a", "丙", "1")), MemberKey.USERID)).containsExactly("a: a A ? a");
	}

	@Test
	void ofAKeyThatNeedNotBeUniqueSeveralMayBeNew() {
		List<Member> namesakes = List.of(member("a", "王伟", "1"), member("b", "王伟", "2"));
		assertThat(match(namesakes, List.of(), MemberKey.NAME)).containsExactly("a +", "b +");
		assertThat(match(List.of(), namesakes, MemberKey.NAME)).containsExactly("- a", "- b");
	}

	@Test
	void twoThatClaimOneAreAConflictOnEitherSide() {
		List<Member> namesakes = List.of(member("a", "王伟", "1"), member("b", "王伟", "2"));
		List<Member> one = List.of(member("c", "王伟", "3"));
		assertThat(match(namesakes, one, MemberKey.NAME)).containsExactly("王伟: a b ? c");
		assertThat(match(one, namesakes, MemberKey.NAME)).containsExactly("王伟: c ? a b");
	}

	@Test
	void theNextKeyPairsOnlyWhatTheFirstLeavesOver() {
		assertThat(match(List.of(member("a", "甲", "1"), member("new", "乙", "2")),
				List.of(member("a", "甲", "2"), member("old", "乙", "2")), MemberKey.USERID, MemberKey.MOBILE))
			.containsExactly("a = a", "new = old");
	}

	@Test
	void aConflictIsNotSettledByALaterKeyNorIsAnybodyTakenForGoneWhomItMayMean() {
		assertThat(match(List.of(member("a", "甲", "1"), member("A", "乙", "2")),
				List.of(member("b", "甲", "3"), member("c", "丙", "2"), member("d", "丁", "")), MemberKey.USERID,
				MemberKey.NAME, MemberKey.MOBILE))
			.containsExactly("a: a A ? ", "- d", "2:  ? c", "甲:  ? b");
	}

	@Test
	void aFormerUseridIsTriedBeforeTheNewOne() {
		Member renamed = new Member("new", "new", "old", fields("甲", "1"), null, null);
		assertThat(match(List.of(renamed), List.of(member("new", "别人", "2"), member("old", "甲", "1")), MemberKey.USERID,
				MemberKey.NEW_USERID))
			.containsExactly("new = old", "- new");
		assertThat(match(List.of(renamed), List.of(member("new", "甲", "1")), MemberKey.USERID, MemberKey.NEW_USERID))
			.as("renamed in an earlier run")
			.containsExactly("new = new");
	}

	@Test
	void everybodyIsToldOfExactlyOnce() {
		for (int seed = 0; seed < 2000; seed++) {
			Random random = new Random(seed);
			List<Member> source = random(random, "s");
			List<Member> target = random(random, "t");
			List<MemberKey> keys = List.of(MemberKey.USERID, MemberKey.MOBILE, MemberKey.NAME)
				.subList(random.nextInt(2), 2 + random.nextInt(2));
			Told told = new Told();
			match(source, target, keys, told);
			assertThat(told.desired).as("seed %d", seed)
				.hasSize(source.size())
				.allSatisfy((ref, times) -> assertThat(times).isOne());
			assertThat(told.existing).as("seed %d", seed)
				.hasSize(target.size())
				.allSatisfy((ref, times) -> assertThat(times).isOne());
		}
	}

	/** Few different values, so that many share one and some have none. */
	private static List<Member> random(Random random, String side) {
		List<Member> members = new ArrayList<>();
		for (int i = 0; i < random.nextInt(8); i++) {
			String userid = "u" + random.nextInt(5);
			members.add(new Member(side + i, userid, null,
					fields("名" + random.nextInt(3), (random.nextInt(3) == 0) ? "" : "" + random.nextInt(3)), null,
					null));
		}
		return members;
	}

	private static List<String> match(List<Member> source, List<Member> target, MemberKey... keys) {
		Told told = new Told();
		match(source, target, List.of(keys), told);
		return told.lines;
	}

	/** By one key after the other, as the job does it with what it has staged. */
	private static void match(List<Member> source, List<Member> target, List<MemberKey> keys, Told told) {
		Found found = new ContestedMembers(keys, MemberLinks.NONE, told);
		List<Member> ours = source;
		List<Member> theirs = target;
		for (int i = 0; i < keys.size(); i++) {
			boolean last = i == keys.size() - 1;
			Leftovers leftovers = new Leftovers(found, new ArrayList<>(), new ArrayList<>());
			new MemberMatching(sorted(ours, keys.get(i), i > 0).iterator(),
					sorted(theirs, keys.get(i), false).iterator(), last ? found : leftovers)
				.walk(keys.get(0) == MemberKey.USERID && i == 0);
			ours = leftovers.ours();
			theirs = leftovers.theirs();
		}
	}

	private static List<KeyedMember> sorted(List<Member> members, MemberKey key, boolean concerned) {
		return members.stream()
			.map((member) -> new KeyedMember((concerned && !key.concerns(member)) ? "" : key.of(member), member))
			.sorted(Comparator.comparing(KeyedMember::key))
			.toList();
	}

	private static Member member(String userid, String name, String mobile) {
		return new Member(userid, userid, null, fields(name, mobile), null, null);
	}

	private static Fields fields(String name, String mobile) {
		return Fields.of(SCHEMA, Map.of("name", name, "mobile", mobile));
	}

	/** Puts those aside who are left over for the next key. */
	private record Leftovers(Found found, List<Member> ours, List<Member> theirs) implements Found {

		@Override
		public void linked(Member desired, Member existing, MemberLink link) {
			this.found.linked(desired, existing, link);
		}

		@Override
		public void by(MemberKey key) {
			this.found.by(key);
		}

		@Override
		public void pair(Member desired, Member existing) {
			this.found.pair(desired, existing);
		}

		@Override
		public void onlyInSource(Member desired) {
			this.ours.add(desired);
		}

		@Override
		public void onlyInTarget(Member existing) {
			this.theirs.add(existing);
		}

		@Override
		public void repeated(Member desired) {
			this.found.repeated(desired);
		}

		@Override
		public void conflict(String key, List<Member> desired, List<Member> existing) {
			this.found.conflict(key, desired, existing);
		}

	}

	/** What was found, in lines, and how often each was told of. */
	private static final class Told implements Found {

		private final List<String> lines = new ArrayList<>();

		private final Map<String, Integer> desired = new HashMap<>();

		private final Map<String, Integer> existing = new HashMap<>();

		@Override
		public void linked(Member desired, Member existing, MemberLink link) {
			pair(desired, existing);
		}

		@Override
		public void by(MemberKey key) {
			// It makes no difference.
		}

		@Override
		public void pair(Member one, Member other) {
			told(List.of(one), List.of(other));
			this.lines.add(one.userid() + " = " + other.userid());
		}

		@Override
		public void onlyInSource(Member one) {
			told(List.of(one), List.of());
			this.lines.add(one.userid() + " +");
		}

		@Override
		public void onlyInTarget(Member other) {
			told(List.of(), List.of(other));
			this.lines.add("- " + other.userid());
		}

		@Override
		public void repeated(Member one) {
			told(List.of(one), List.of());
			this.lines.add(one.userid() + " repeated");
		}

		@Override
		public void conflict(String key, List<Member> some, List<Member> others) {
			told(some, others);
			this.lines.add(key + ": " + userids(some) + " ? " + userids(others));
		}

		private static String userids(List<Member> members) {
			return String.join(" ", members.stream().map(Member::userid).toList());
		}

		private void told(List<Member> some, List<Member> others) {
			some.forEach((member) -> this.desired.merge(member.ref(), 1, Integer::sum));
			others.forEach((member) -> this.existing.merge(member.ref(), 1, Integer::sum));
		}

	}

}
