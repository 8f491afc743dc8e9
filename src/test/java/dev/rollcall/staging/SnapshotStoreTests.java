package dev.rollcall.staging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Gaps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What goes into staging comes out again: sorted, whole, and the same after a restart.
 */
class SnapshotStoreTests {

	private static final Schema DEPARTMENTS = Schema.of("name");

	private static final Schema MEMBERS = Schema.of("name", "mobile");

	private static final List<Department> TREE = List.of(department("公司", null), department("公司/研发", "公司"));

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final SnapshotStore store = new SnapshotStore(this.jdbc);

	@BeforeEach
	void begin() {
		this.store.begin(1, Side.SOURCE, DEPARTMENTS, MEMBERS, List.of("成员列表"));
		this.store.begin(1, Side.TARGET, DEPARTMENTS, MEMBERS, List.of());
	}

	@Test
	void givesEverythingBackAsItWas() {
		Member plain = member("ZhangSan", "张三", "138");
		Member odd = new Member("ref-2", null, null, Fields.of(MEMBERS, Map.of("mobile", "")), null, null);
		Member renamed = new Member("old", "new", "old", Fields.unknown(MEMBERS),
				new Placements(List.of(new Placement("公司", 4294967295L, true), new Placement("公司/研发", 0L, false)),
						null),
				new Origin(3, 1_048_576));
		write(Side.SOURCE, TREE, List.of(plain, odd, renamed));
		assertThat(this.store.departments(1, Side.SOURCE)).isEqualTo(TREE);
		assertThat(all(Side.SOURCE)).extracting(KeyedMember::member).containsExactlyInAnyOrder(plain, odd, renamed);
	}

	@Test
	void mergesChunksInTheOrderOfTheKeys() {
		List<Member> members = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			members.add(member("u" + i, "名" + "长".repeat(i % 50), "m" + i));
		}
		Collections.shuffle(members, new Random(1));
		for (int i = 0; i < 5000; i += 700) {
			write(Side.SOURCE, (i == 0) ? TREE : List.of(), members.subList(i, Math.min(5000, i + 700)));
		}
		List<KeyedMember> merged = all(Side.SOURCE);
		assertThat(merged).hasSize(5000).extracting(KeyedMember::key).isSorted();
		assertThat(merged).extracting(KeyedMember::member).containsExactlyInAnyOrderElementsOf(members);
	}

	@Test
	void keepsThoseOfOneKeyInTheOrderOfTheirRefsWhereverTheyCame() {
		write(Side.SOURCE, TREE, List.of(member("b", "三", "1"), member("a", "甲", "2")));
		write(Side.SOURCE, List.of(), List.of(member("B", "一", "3"), member("x", "四", "4")));
		assertThat(all(Side.SOURCE)).extracting((keyed) -> keyed.member().name()).containsExactly("甲", "一", "三", "四");
	}

	@Test
	void keepsTwoThatNothingTellsApartInTheOrderInWhichTheyCame() {
		write(Side.SOURCE, TREE, List.of(member("b", "一", "1"), member("a", "甲", "2")));
		write(Side.SOURCE, List.of(), List.of(member("b", "二", "3")));
		assertThat(all(Side.SOURCE)).extracting((keyed) -> keyed.member().name()).containsExactly("甲", "一", "二");
	}

	@Test
	void goesOnWhereTheLastChunkEnded() {
		write(Side.SOURCE, TREE, List.of(member("a", "甲", "1")));
		this.store.begin(1, Side.SOURCE, DEPARTMENTS, MEMBERS, List.of("成员列表"));
		write(Side.SOURCE, List.of(TREE.get(1), department("公司/市场", "公司")), List.of(member("b", "乙", "")));
		Snapshot snapshot = this.store.find(1, Side.SOURCE);
		assertThat(snapshot.departments()).isEqualTo(3);
		assertThat(snapshot.members()).isEqualTo(2);
		assertThat(snapshot.valueCounts()).containsExactly(2L, 1L);
		assertThat(snapshot.parts()).containsExactly("成员列表");
		assertThat(all(Side.SOURCE)).extracting(KeyedMember::key).containsExactly("a", "b");
	}

	@Test
	void gapsThatAreFoundLaterStandBehindTheOthersAndOnce() {
		this.store.writer(1, Side.SOURCE, MemberKey.USERID)
			.write(List.of(), List.of(), List.of(), List.of(Message.of("gap", "1")));
		for (int i = 0; i < 2; i++) {
			this.store.addGaps(1, Side.SOURCE, List.of(Message.of("later"), Message.of("gap", "1")));
		}
		assertThat(this.store.find(1, Side.SOURCE).gaps()).containsExactly(Message.of("gap", "1"), Message.of("later"));
		this.store.addGaps(1, Side.TARGET, List.of());
		assertThat(this.store.find(1, Side.TARGET).completeness().proved()).isTrue();
	}

	@Test
	void remembersAboutHowManyMembersATargetHas() {
		RunStore runs = new RunStore(this.jdbc);
		for (String target : List.of("one", "other")) {
			long run = runs.begin("job", Run.Goal.APPLY, "", "", "me", Instant.EPOCH).id();
			runs.opened(run, "source", null, target);
		}
		assertThat(this.store.membersLastTime("one")).isEqualTo(-1);
		write(Side.SOURCE, TREE, List.of(member("a", "甲", "1"), member("b", "乙", "2")));
		write(Side.TARGET, TREE, List.of(member("a", "甲", "1")));
		this.store.complete(1, Side.SOURCE);
		assertThat(this.store.membersLastTime("one")).isEqualTo(-1);
		this.store.complete(1, Side.TARGET);
		assertThat(this.store.membersLastTime("one")).isEqualTo(2);
		assertThat(this.store.membersLastTime("other")).isEqualTo(-1);
	}

	@Test
	void keepsWhatADirectorySaysOfItself() {
		assertThat(this.store.find(1, Side.SOURCE).claimedMembers()).isNull();
		this.store.claimed(1, Side.SOURCE, -1, 12);
		assertThat(this.store.find(1, Side.SOURCE).claimedMembers()).isEqualTo(12);
		assertThat(this.store.find(1, Side.SOURCE).claimedDepartments()).as("it does not say").isNull();
	}

	@Test
	void isProvedOnceItWasReadToItsEndWithoutAGap() {
		assertThat(this.store.find(1, Side.SOURCE).proved()).isFalse();
		this.store.complete(1, Side.SOURCE);
		assertThat(this.store.find(1, Side.SOURCE).proved()).isTrue();
		this.store.addGaps(1, Side.SOURCE, List.of(Message.of("gap")));
		assertThat(this.store.find(1, Side.SOURCE).proved()).isFalse();
	}

	/** Neither entries nor plans are needed for that: they may have been removed. */
	@Test
	void remembersWhatASourceHeldWhenItWasLastKnownToBeWhole() {
		RunStore runs = new RunStore(this.jdbc);
		ended(runs, RunState.DONE, 100);
		ended(runs, RunState.PARTIAL, 90);
		ended(runs, RunState.HELD, 1);
		ended(runs, RunState.ABANDONED, 2);
		long withheld = ended(runs, RunState.PARTIAL, 3);
		this.store.addGaps(withheld, Side.SOURCE, List.of(Message.of("gap")));
		Run undone = runs.find(2);
		long undo = runs.beginUndo(undone, Run.Goal.APPLY, "me", Instant.EPOCH).id();
		end(runs, undo, RunState.DONE, 4);
		this.jdbc.update("DELETE FROM snapshot_segment");
		assertThat(this.store.lastProved("job", 99)).isEqualTo(new Gaps.Before(2, 0, 90));
		assertThat(this.store.lastProved("job", 2)).as("only what was before").isEqualTo(new Gaps.Before(1, 0, 100));
		assertThat(this.store.lastProved("job", 1)).isNull();
		assertThat(this.store.lastProved("another job", 99)).isNull();
		new ApprovalStore(this.jdbc)
			.put(new Approval(withheld, "d", Approval.Kind.SHRUNK, "alice", "sold", Instant.EPOCH, null, null));
		assertThat(this.store.lastProved("job", 99)).isEqualTo(new Gaps.Before(withheld, 0, 3));
	}

	private long ended(RunStore runs, RunState state, int members) {
		long run = runs.begin("job", Run.Goal.APPLY, "", "", "me", Instant.EPOCH).id();
		end(runs, run, state, members);
		return run;
	}

	private void end(RunStore runs, long run, RunState state, int members) {
		this.store.begin(run, Side.SOURCE, DEPARTMENTS, MEMBERS, List.of());
		this.jdbc.update("UPDATE snapshot SET members = ? WHERE run_id = ?", members, run);
		this.store.complete(run, Side.SOURCE);
		runs.ended(run, state, null, Instant.EPOCH);
	}

	@Test
	void saysTheSameGapOnce() {
		for (int i = 0; i < 3; i++) {
			this.store.writer(1, Side.SOURCE, MemberKey.USERID)
				.write(List.of(), List.of(), List.of(finding("x")),
						List.of(Message.of("gap", "1"), Message.of("gap", i)));
		}
		Snapshot snapshot = this.store.find(1, Side.SOURCE);
		assertThat(snapshot.gaps()).containsExactly(Message.of("gap", "1"), Message.of("gap", "0"),
				Message.of("gap", "2"));
		assertThat(snapshot.rejected()).isEqualTo(3);
		assertThat(new FindingStore(this.jdbc).find(1, Finding.Severity.REJECTED, 10)).containsOnly(finding("x"));
	}

	@Test
	void knowsWhichFieldsNobodyHas() {
		write(Side.SOURCE, TREE, List.of(member("a", "甲", ""), member("b", "乙", "")));
		assertThat(this.store.find(1, Side.SOURCE).silentFields()).containsExactly("mobile");
	}

	@Test
	void theSameChunksHaveTheSameDigest() {
		List<Member> first = List.of(member("b", "乙", "2"), member("a", "甲", "1"));
		List<Member> second = List.of(member("c", "丙", "3"));
		write(Side.TARGET, TREE, first);
		write(Side.TARGET, List.of(), second);
		this.store.complete(1, Side.TARGET);
		SnapshotDigest same = new SnapshotDigest(DEPARTMENTS, MEMBERS, MemberKey.USERID);
		same.add(TREE, first);
		same.add(List.of(), second);
		assertThat(same.digest()).isEqualTo(this.store.find(1, Side.TARGET).digest());
		SnapshotDigest other = new SnapshotDigest(DEPARTMENTS, MEMBERS, MemberKey.USERID);
		other.add(TREE, first);
		other.add(List.of(), List.of(member("c", "丙", "4")));
		assertThat(other.digest()).isNotEqualTo(same.digest());
	}

	@Test
	void sortsLeftoversByTheNextKey() {
		write(Side.SOURCE, TREE, List.of());
		Leftovers leftovers = this.store.leftovers(1, Side.SOURCE, 1);
		for (int i = 0; i < 25_000; i++) {
			Member member = member("u" + i, "名" + i * 7919 % 25_000, "");
			leftovers.add(new KeyedMember(MemberKey.NAME.of(member), member));
		}
		List<KeyedMember> sorted = new ArrayList<>();
		leftovers.sorted().forEachRemaining(sorted::add);
		assertThat(sorted).hasSize(25_000).extracting(KeyedMember::key).isSorted();
		this.store.deleteLeftovers(1);
		assertThat(this.store.leftovers(1, Side.SOURCE, 1).sorted().hasNext()).isFalse();
	}

	@Test
	void refusesAMemberWhoseDepartmentHasNotBeenRead() {
		Member lost = new Member("a", "a", null, Fields.unknown(MEMBERS),
				new Placements(List.of(Placement.in("公司/研发"), Placement.in("公司/没读到")), null), null);
		assertThatIllegalStateException().isThrownBy(() -> write(Side.SOURCE, TREE, List.of(lost)))
			.withMessageContaining("公司/没读到")
			.withMessageNotContaining("公司/研发");
	}

	@Test
	void forgetsOneSideAndKeepsTheOther() {
		write(Side.SOURCE, TREE, List.of(member("a", "甲", "1")));
		write(Side.TARGET, TREE, List.of(member("b", "乙", "2")));
		this.store.delete(1, Side.SOURCE);
		assertThat(this.store.exists(1, Side.SOURCE)).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> this.store.find(1, Side.SOURCE));
		assertThat(all(Side.TARGET)).extracting(KeyedMember::key).containsExactly("b");
	}

	@Test
	void anEmptyChunkChangesNothing() {
		write(Side.SOURCE, List.of(), List.of());
		assertThat(all(Side.SOURCE)).isEmpty();
		assertThat(this.store.departments(1, Side.SOURCE)).isEmpty();
		assertThat(this.store.find(1, Side.SOURCE).whole()).isFalse();
		this.store.complete(1, Side.SOURCE);
		assertThat(this.store.find(1, Side.SOURCE).whole()).isTrue();
	}

	private void write(Side side, List<Department> departments, List<Member> members) {
		this.store.writer(1, side, MemberKey.USERID).write(departments, members, List.of(), List.of());
	}

	private List<KeyedMember> all(Side side) {
		List<KeyedMember> all = new ArrayList<>();
		this.store.members(1, side, this.store.departments(1, side)).forEachRemaining(all::add);
		return all;
	}

	private static Finding finding(String value) {
		return new Finding(Finding.Severity.REJECTED, new Origin(0, 7), "姓名", value, Message.of("why", "a", ""), null);
	}

	private static Department department(String path, String parent) {
		return new Department(path, parent, null,
				Fields.of(DEPARTMENTS, Map.of("name", path.substring(path.lastIndexOf('/') + 1))), new Origin(0, 1));
	}

	private static Member member(String userid, String name, String mobile) {
		return new Member(userid, userid, null, Fields.of(MEMBERS, Map.of("name", name, "mobile", mobile)),
				new Placements(List.of(Placement.in("公司/研发")), "公司/研发"), new Origin(0, 2));
	}

}
