package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.compare.AppliedRule;
import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.ExplainedField;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.compare.Operation;
import dev.rollcall.compare.SoughtEntry;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is explained of an entry is what a plan does to it: tried on all entries of many
 * small random pairs of directories, under random rules.
 */
class RandomExplanationTests {

	private static final int PAIRS = 250;

	/** A plan as it is made, with what was decided about how many. */
	private static final class Made implements PlanSink {

		private final List<Explanation.ExplainedChange> changes = new ArrayList<>();

		private final Map<EntryKind, Map<Disposition, Integer>> decided = new EnumMap<>(EntryKind.class);

		@Override
		public void change(Phase phase, Change change, @Nullable Message withheld) {
			this.changes.add(new Explanation.ExplainedChange(change, withheld));
		}

		@Override
		public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
			count(this.decided, kind, disposition, desired + existing);
		}

		@Override
		public void conflict(EntryKind kind, String key, Message reason) {
			// Counted as decided.
		}

		@Override
		public void returned(String ref) {
			throw new IllegalStateException("there is no queue of leavers: " + ref);
		}

		@Override
		public void contradiction(Member member, Message reason) {
			// Counted as decided.
		}

	}

	/** Two directories and the rules of a job. */
	private record Pair(MemoryDirectory source, MemoryDirectory target, Policy policy, IgnoreRules ignore,
			Set<String> silent) {

		static Pair of(long number) {
			Random random = new Random(number);
			MemoryDirectory source = RandomDirectories.withGaps(random);
			MemoryDirectory target = RandomDirectories.withGaps(random);
			UpdateMode[] modes = { UpdateMode.CHANGED, UpdateMode.CHANGED, UpdateMode.OVERWRITE, UpdateMode.NEVER };
			Operations operations = new Operations(random.nextInt(4) > 0, random.nextInt(4) > 0, random.nextBoolean(),
					random.nextBoolean());
			Policy policy = new Policy(operations, modes[random.nextInt(4)],
					new Completeness((random.nextInt(4) > 0) ? List.of() : List.of(Message.of("test.gap"))),
					(random.nextInt(3) > 0) ? List.of() : List.of(Set.of(FieldNames.NAME)), List.of());
			return new Pair(source, target, policy, ignore(random),
					(random.nextInt(4) > 0) ? Set.of() : Set.of("position"));
		}

		private static IgnoreRules ignore(Random random) {
			List<String> names = List.of("name", "position", "mobile", "departments", "main_department", "order",
					"leader", "parent", "id");
			List<IgnoreRule> rules = new ArrayList<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				Set<Operation> operations = random.nextBoolean() ? Set.of()
						: Set.of(List.of(Operation.values()).get(random.nextInt(3)));
				boolean some = random.nextBoolean();
				EntrySelector entries = some
						? new EntrySelector(Set.of("U" + random.nextInt(8)),
								random.nextBoolean() ? List.of() : List.of("公司/部" + random.nextInt(5)))
						: EntrySelector.ALL;
				Set<String> fields = (some && random.nextBoolean()) ? Set.of()
						: new HashSet<>(List.of(names.get(random.nextInt(names.size())), names.get(random.nextInt(4))));
				rules.add(new IgnoreRule(fields, operations, entries));
			}
			return new IgnoreRules(rules);
		}

		Made plan() {
			Made made = new Made();
			plan(made, null);
			return made;
		}

		List<Explanation> explain(String key) {
			Explainer explainer = new Explainer(new SoughtEntry(key), 9);
			plan(explainer, explainer);
			assertThat(explainer.all()).isEqualTo(explainer.explanations().size());
			return explainer.explanations();
		}

		private void plan(PlanSink sink, @Nullable Explainer explainer) {
			DepartmentMatching matching = new DepartmentMatching(new DepartmentTree(this.source.departments()),
					new DepartmentTree(this.target.departments()), List.of(DepartmentKey.ID, DepartmentKey.PATH));
			DepartmentPlanner departments = new DepartmentPlanner(matching,
					new FieldPairing(this.source.departmentSchema(), Set.of(), this.target.departmentSchema(), false,
							Set.of()),
					this.ignore, this.policy);
			MemberPlanner members = new MemberPlanner(
					new MemberComparison(new FieldPairing(this.source.memberSchema(), this.silent,
							this.target.memberSchema(), true, Set.of("mobile")), this.ignore, departments.names()),
					this.policy, sink);
			new MemberMatching(keyed(this.source.members()), keyed(this.target.members()),
					(explainer != null) ? explainer.watching(members, departments) : members)
				.walk(true);
			departments.plan(members.end(true), sink);
		}

		private static Iterator<KeyedMember> keyed(Iterable<Member> members) {
			List<KeyedMember> keyed = new ArrayList<>();
			members.forEach((member) -> keyed.add(new KeyedMember(MemberKey.USERID.of(member), member)));
			keyed.sort(Comparator.comparing(KeyedMember::key));
			return keyed.iterator();
		}

		Set<String> userids() {
			return Stream.of(this.source.members(), this.target.members())
				.flatMap(java.util.Collection::stream)
				.map(Member::userid)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}

		Set<String> paths() {
			Set<String> paths = new LinkedHashSet<>();
			for (MemoryDirectory side : List.of(this.source, this.target)) {
				DepartmentTree tree = new DepartmentTree(side.departments());
				tree.all().forEach((department) -> paths.add(tree.path(department.ref())));
			}
			return paths;
		}

	}

	@Test
	void everyMemberIsExplainedAsItIsPlanned() {
		forMany((number) -> {
			Pair pair = Pair.of(number);
			Made made = pair.plan();
			Map<EntryKind, Map<Disposition, Integer>> decided = new EnumMap<>(EntryKind.class);
			List<Explanation.ExplainedChange> changes = new ArrayList<>();
			for (String userid : pair.userids()) {
				List<Explanation> explained = pair.explain(userid.toUpperCase(java.util.Locale.ROOT));
				assertThat(explained).as(userid).hasSize(1);
				Explanation explanation = explained.get(0);
				count(decided, EntryKind.MEMBER, explanation.decision(), entries(explanation));
				changes.addAll(explanation.changes());
				assertRulesTellTheChange(explanation);
			}
			assertThat(decided.get(EntryKind.MEMBER)).isEqualTo(made.decided.get(EntryKind.MEMBER));
			assertThat(changes).containsExactlyInAnyOrderElementsOf(
					made.changes.stream().filter((change) -> change.change().entry() == EntryKind.MEMBER).toList());
		});
	}

	@Test
	void everyDepartmentIsExplainedAsItIsPlanned() {
		forMany((number) -> {
			Pair pair = Pair.of(number);
			Made made = pair.plan();
			Set<Explanation> explained = new LinkedHashSet<>();
			pair.paths().forEach((path) -> explained.addAll(pair.explain(path)));
			Map<EntryKind, Map<Disposition, Integer>> decided = new EnumMap<>(EntryKind.class);
			Set<Explanation.ExplainedChange> changes = new HashSet<>();
			for (Explanation explanation : explained) {
				count(decided, EntryKind.DEPARTMENT, explanation.decision(), entries(explanation));
				changes.addAll(explanation.changes());
				assertRulesTellTheChange(explanation);
			}
			assertThat(decided.get(EntryKind.DEPARTMENT)).isEqualTo(made.decided.get(EntryKind.DEPARTMENT));
			assertThat(changes).containsExactlyInAnyOrderElementsOf(
					made.changes.stream().filter((change) -> change.change().entry() == EntryKind.DEPARTMENT).toList());
		});
	}

	@Test
	void everyRuleIsMet() {
		Set<AppliedRule> met = new HashSet<>();
		forMany((number) -> {
			Pair pair = Pair.of(number);
			Stream.concat(pair.userids().stream(), pair.paths().stream())
				.flatMap((key) -> pair.explain(key).stream())
				.flatMap((explanation) -> explanation.fields().stream())
				.forEach((field) -> met.add(field.rule()));
		});
		assertThat(met).contains(AppliedRule.EQUAL, AppliedRule.DIFFERS, AppliedRule.OVERWRITTEN,
				AppliedRule.NEVER_SHOWN, AppliedRule.CREATED, AppliedRule.FOLLOWS, AppliedRule.IGNORED,
				AppliedRule.UNKNOWN, AppliedRule.SILENT, AppliedRule.NOT_SHOWN, AppliedRule.NOT_RESOLVED,
				AppliedRule.NOT_AMONG, AppliedRule.ID_STAYS, AppliedRule.ONLY_IN_TARGET);
	}

	/** Those fields are written, and no others, of which a change knows a value after. */
	private static void assertRulesTellTheChange(Explanation explanation) {
		assertThat(explanation.fields()).allSatisfy((field) -> assertThat(field.ignoredBy().isEmpty()).as("%s", field)
			.isEqualTo(field.rule() != AppliedRule.IGNORED));
		Set<String> written = written(explanation);
		if (explanation.decision() == Disposition.EQUAL) {
			assertThat(explanation.changes()).isEmpty();
			assertThat(written).as("%s", explanation).isEmpty();
		}
		if (explanation.decision() != Disposition.CHANGED || explanation.pairing().desired().isEmpty()
				|| explanation.changes().size() != 1) {
			return;
		}
		Change change = explanation.changes().get(0).change();
		Set<String> told = new HashSet<>(Differences.names(change));
		if (change.kind() == ChangeKind.CREATE) {
			told.addAll(change.after().fields().known().keySet());
			told.add((change.entry() == EntryKind.MEMBER) ? FieldNames.USERID : FieldNames.PARENT);
		}
		assertThat(written).as("%s", explanation).containsAll(told);
		written.removeAll(told);
		assertThat(written).as("what a change does not tell, because it goes without saying: %s", explanation)
			.isSubsetOf(goesWithoutSaying(explanation));
	}

	private static Set<String> goesWithoutSaying(Explanation explanation) {
		boolean fully = explanation.fields()
			.stream()
			.anyMatch((field) -> field.rule() == AppliedRule.OVERWRITTEN || field.rule() == AppliedRule.CREATED);
		return fully ? Set.of(FieldNames.DEPARTMENTS, FieldNames.MAIN_DEPARTMENT, FieldNames.ORDER, FieldNames.LEADER)
				: Set.of(FieldNames.MAIN_DEPARTMENT);
	}

	private static Set<String> written(Explanation explanation) {
		return explanation.fields()
			.stream()
			.filter((field) -> field.rule().writes())
			.map(ExplainedField::field)
			.collect(Collectors.toCollection(HashSet::new));
	}

	private static int entries(Explanation explanation) {
		return explanation.pairing().desired().size() + explanation.pairing().existing().size();
	}

	private static void count(Map<EntryKind, Map<Disposition, Integer>> counts, EntryKind kind, Disposition decision,
			int entries) {
		counts.computeIfAbsent(kind, (any) -> new EnumMap<>(Disposition.class)).merge(decision, entries, Integer::sum);
	}

	/** Tries something on many pairs, and says on which it fails. */
	private static void forMany(LongConsumer test) {
		for (long number = 0; number < PAIRS; number++) {
			try {
				test.accept(number);
			}
			catch (AssertionError ex) {
				throw new AssertionError("pair " + number + ": " + ex.getMessage(), ex);
			}
		}
	}

}
