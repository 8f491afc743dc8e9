package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom an earlier run has linked belongs together, whatever the keys say by now. */
class MemberLinksTests {

	private static final Schema SCHEMA = Schema.of("name");

	@Test
	void linkedMembersArePairedWhateverTheirNamesAreNow() {
		assertThat(match(Map.of("a", "x"), List.of(member("a", "改名")), List.of(member("x", "甲"))))
			.containsExactly("a = x by NAME of run 5");
	}

	@Test
	void aSecondOneOfTheNameIsNobodysRival() {
		assertThat(match(Map.of("a", "x"), List.of(member("a", "甲"), member("b", "甲")), List.of(member("x", "甲"))))
			.containsExactly("b +", "a = x by NAME of run 5");
		assertThat(match(Map.of("a", "x"), List.of(member("a", "甲")), List.of(member("x", "甲"), member("y", "甲"))))
			.containsExactly("- y", "a = x by NAME of run 5");
		assertThat(match(Map.of("a", "x"), List.of(member("a", "甲"), member("b", "甲")),
				List.of(member("x", "甲"), member("y", "甲"))))
			.as("the others are the only ones of the name that are left")
			.containsExactly("b = y", "a = x by NAME of run 5");
	}

	@Test
	void otherwiseTwoOfOneNameAreAConflictOnEitherSideAndOnBoth() {
		List<Member> one = List.of(member("a", "甲"));
		List<Member> two = List.of(member("x", "甲"), member("y", "甲"));
		assertThat(match(Map.of(), one, two)).containsExactly("甲: a ? x y");
		assertThat(match(Map.of(), two, one)).containsExactly("甲: x y ? a");
		assertThat(match(Map.of(), List.of(member("a", "甲"), member("b", "甲")), two)).containsExactly("甲: a b ? x y");
	}

	@Test
	void whoeverHasTheUseridOfSomebodyLinkedIsNotTakenForHavingLeft() {
		assertThat(match(Map.of("a", "x"), List.of(member("a", "甲")), List.of(member("x", "甲"), member("A", "乙"))))
			.containsExactly("a:  ? A", "a = x by NAME of run 5");
	}

	@Test
	void rowsThatContradictEachOtherAreAConflictThoughTheyAreLinked() {
		assertThat(match(Map.of("a", "x"), List.of(member("a", "甲"), member("A", "乙")), List.of(member("x", "甲"))))
			.containsExactly("a: A a ? x");
		assertThat(match(Map.of("a", "x"), List.of(member("a", "甲"), member("a", "甲")), List.of(member("x", "甲"))))
			.containsExactly("a repeated", "a = x by NAME of run 5");
	}

	private static List<String> match(Map<String, String> links, List<Member> source, List<Member> target) {
		Told told = new Told(new ArrayList<>());
		List<MemberKey> keys = List.of(MemberKey.USERID, MemberKey.NAME);
		new MemberPasses(keys, new PlacesInMemory()).walk(sorted(source), sorted(target),
				links.isEmpty() ? MemberLinks.NONE : new Links(links), told);
		return told.lines();
	}

	private static Iterator<KeyedMember> sorted(List<Member> members) {
		return members.stream()
			.map((member) -> new KeyedMember(MemberKey.USERID.of(member), member))
			.sorted(KeyedMember.ORDER)
			.iterator();
	}

	private static Member member(String userid, String name) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, Map.of("name", name)), null, null);
	}

	/** Links by userid, all of them good. */
	private record Links(Map<String, String> refs) implements MemberLinks {

		@Override
		public @Nullable MemberLink of(Member desired) {
			String ref = this.refs.get(MemberKey.USERID.of(desired));
			return (ref != null) ? new MemberLink(ref, MemberKey.NAME, 5) : null;
		}

		@Override
		public boolean hasTarget(Member existing) {
			return this.refs.containsValue(existing.ref());
		}

		@Override
		public boolean hasUserid(Member existing) {
			return this.refs.containsKey(MemberKey.USERID.of(existing));
		}

	}

	private static final class PlacesInMemory implements MemberPasses.Places {

		@Override
		public MemberPasses.Leftovers ofSource(int pass) {
			List<KeyedMember> all = new ArrayList<>();
			return new MemberPasses.Leftovers() {
				@Override
				public void add(KeyedMember member) {
					all.add(member);
				}

				@Override
				public Iterator<KeyedMember> sorted() {
					return all.stream().sorted(KeyedMember.ORDER).iterator();
				}
			};
		}

		@Override
		public MemberPasses.Leftovers ofTarget(int pass) {
			return ofSource(pass);
		}

	}

	private record Told(List<String> lines) implements Found {

		@Override
		public void by(MemberKey key) {
			// It makes no difference.
		}

		@Override
		public void pair(Member one, Member other) {
			this.lines.add(one.userid() + " = " + other.userid());
		}

		@Override
		public void linked(Member one, Member other, MemberLink link) {
			this.lines.add(one.userid() + " = " + other.userid() + " by " + link.by() + " of run " + link.run());
		}

		@Override
		public void onlyInSource(Member one) {
			this.lines.add(one.userid() + " +");
		}

		@Override
		public void onlyInTarget(Member other) {
			this.lines.add("- " + other.userid());
		}

		@Override
		public void repeated(Member one) {
			this.lines.add(one.userid() + " repeated");
		}

		@Override
		public void conflict(String key, List<Member> some, List<Member> others) {
			this.lines.add(key + ": " + userids(some) + " ? " + userids(others));
		}

		private static String userids(List<Member> members) {
			return String.join(" ", members.stream().map(Member::userid).toList());
		}

	}

}
