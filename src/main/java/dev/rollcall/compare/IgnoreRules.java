package dev.rollcall.compare;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All ignore rules of a job. Answers are shared: entries that the same rules protect get
 * the same {@link Ignored}, so that what follows from it can be kept by identity.
 */
public final class IgnoreRules {

	public static final IgnoreRules NONE = new IgnoreRules(List.of());

	private final List<IgnoreRule> rules;

	private final boolean selective;

	private final Map<Operation, Map<BitSet, Ignored>> answers = new EnumMap<>(Operation.class);

	private final Map<Operation, Ignored> general = new EnumMap<>(Operation.class);

	public IgnoreRules(List<IgnoreRule> rules) {
		this.rules = List.copyOf(rules);
		this.selective = rules.stream().anyMatch((rule) -> !rule.entries().selectsAll());
		for (Operation operation : Operation.values()) {
			this.answers.put(operation, new HashMap<>());
			this.general.put(operation, of(operation, List.of(), List.of()));
		}
	}

	public List<IgnoreRule> rules() {
		return this.rules;
	}

	/** What to leave alone of a department. */
	public Ignored of(Operation operation, String path) {
		return of(operation, List::of, () -> List.of(path));
	}

	/**
	 * What to leave alone.
	 * @param userids gives a member's userids, on either side; none for a department
	 * @param paths gives the paths of the department, or of the member's departments;
	 * like the userids asked only when a rule needs them
	 */
	public Ignored of(Operation operation, Supplier<? extends Collection<String>> userids,
			Supplier<? extends Collection<String>> paths) {
		if (!this.selective) {
			return this.general.getOrDefault(operation, Ignored.NOTHING);
		}
		return of(operation, userids.get(), paths.get());
	}

	/**
	 * Which rules leave a field of an entry alone, by their places, counted from 0.
	 * @param userids as above
	 * @param paths as above
	 */
	public List<Integer> responsible(Operation operation, Collection<String> userids, Collection<String> paths,
			String field) {
		return applying(operation, userids, paths).stream()
			.filter((rule) -> answer(only(rule)).ignores(field))
			.boxed()
			.toList();
	}

	/** Which rules leave the whole entry alone, likewise. */
	public List<Integer> protecting(Operation operation, Collection<String> userids, Collection<String> paths) {
		return applying(operation, userids, paths).stream()
			.filter((rule) -> answer(only(rule)).entry())
			.boxed()
			.toList();
	}

	private Ignored of(Operation operation, Collection<String> userids, Collection<String> paths) {
		BitSet applying = applying(operation, userids, paths);
		if (applying.isEmpty()) {
			return Ignored.NOTHING;
		}
		return this.answers.getOrDefault(operation, new HashMap<>()).computeIfAbsent(applying, this::answer);
	}

	private BitSet applying(Operation operation, Collection<String> userids, Collection<String> paths) {
		BitSet applying = new BitSet(this.rules.size());
		for (int i = 0; i < this.rules.size(); i++) {
			IgnoreRule rule = this.rules.get(i);
			applying.set(i, rule.concerns(operation) && rule.entries().selects(userids, paths));
		}
		return applying;
	}

	private static BitSet only(int rule) {
		BitSet only = new BitSet();
		only.set(rule);
		return only;
	}

	private Ignored answer(BitSet applying) {
		Set<String> fields = new HashSet<>();
		boolean entry = false;
		for (int i = applying.nextSetBit(0); i >= 0; i = applying.nextSetBit(i + 1)) {
			Set<String> named = this.rules.get(i).fields();
			entry |= named.isEmpty();
			fields.addAll(named);
		}
		return new Ignored(entry, fields);
	}

}
