package dev.rollcall.sandbox.authing.pool;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user pool (用户池): all that it holds, and the rules that hold for all of it. Not safe
 * for use by many threads.
 */
public final class UserPool {

	private static final String CUSTOM_DATA = "customData.";

	private final Tree tree = new Tree();

	private final Accounts accounts = new Accounts();

	private final CustomFields fields = new CustomFields();

	private final Clock clock;

	private final Ids ids;

	private final int deepest;

	private Set<Habit> habits;

	/**
	 * A pool with nothing in it.
	 * @param deepest the last entry of a list that can be reached, 0 when all can
	 * @param seed what ids are made from
	 */
	public UserPool(Clock clock, Set<Habit> habits, int deepest, long seed) {
		this.clock = clock;
		this.habits = copy(habits);
		this.deepest = deepest;
		this.ids = new Ids(seed);
	}

	public Tree tree() {
		return this.tree;
	}

	public Accounts accounts() {
		return this.accounts;
	}

	public CustomFields fields() {
		return this.fields;
	}

	public int deepest() {
		return this.deepest;
	}

	public boolean has(Habit habit) {
		return this.habits.contains(habit);
	}

	public Set<Habit> habits() {
		return this.habits;
	}

	public void behave(Set<Habit> others) {
		this.habits = copy(others);
	}

	public String newId() {
		return this.ids.next();
	}

	/** The time as Authing writes it. */
	public String now() {
		String now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
		return now.contains(".") ? now : now.replace("Z", ".000Z");
	}

	/** What becomes of a field that is set to nothing. */
	public Clearing clearing() {
		return new Clearing(!has(Habit.NULL_KEEPS), !has(Habit.EMPTY_KEEPS));
	}

	/**
	 * Custom values with those that are given.
	 * @param target {@link CustomFields#USER} or {@link CustomFields#DEPARTMENT}
	 * @param given an object; anything else gives nothing
	 */
	public ObjectNode custom(String target, ObjectNode former, JsonNode given) {
		return given.isObject() ? this.fields.merged(target, former, given, clearing()) : former;
	}

	/** An organisation with nothing but its root. */
	public Node organization(String code, String name) {
		String now = now();
		Node root = new Node(newId(), code, null, name, null, null, null, List.of(), true, false, Json.object(), now,
				now);
		this.tree.put(root);
		return root;
	}

	/**
	 * Puts a user, new or changed.
	 * @throws Refused when somebody else has what only one may have
	 */
	public void put(Account account) {
		for (Map.Entry<String, String> text : UniqueTexts.of(account).entrySet()) {
			String owner = isUnique(text.getKey()) ? this.accounts.unique().owner(text.getKey(), text.getValue())
					: null;
			if (owner != null && !owner.equals(account.id())) {
				throw Refused.taken(text.getKey().replace("custom:", CUSTOM_DATA));
			}
		}
		this.accounts.put(account);
	}

	/** Deletes a user, who then leads nothing either. */
	public void remove(Account account) {
		unlead(account);
		this.accounts.remove(account);
	}

	/** Takes a user out of all departments. */
	public void unplace(Account account, String otherStatus) {
		unlead(account);
		this.accounts
			.put(account.in(List.of(), null, now()).saying(otherStatus, account.profile(), account.custom(), now()));
	}

	/** Makes a user lead a department, or not. */
	public void lead(Node node, String user, boolean leads) {
		List<String> leaders = new ArrayList<>(Objects.requireNonNullElse(this.tree.node(node.id()), node).leaders());
		if (leads != leaders.contains(user)) {
			if (leads) {
				leaders.add(user);
			}
			else {
				leaders.remove(user);
			}
			this.tree.put(Objects.requireNonNullElse(this.tree.node(node.id()), node).ledBy(leaders));
		}
	}

	/**
	 * Checks what no two departments may have.
	 * @throws Refused when another department has it
	 */
	public void checkUnique(Node node) {
		NodeNames.of(node).forEach((field, name) -> {
			String key = field.startsWith(CUSTOM_DATA) ? field.substring(CUSTOM_DATA.length()) : "";
			CustomField custom = this.fields.get(CustomFields.DEPARTMENT, key);
			if ((key.isEmpty() || (custom != null && custom.unique())) && this.tree.namesake(node, name) != null) {
				throw Refused.taken(field);
			}
		});
	}

	private void unlead(Account account) {
		List<Node> led = this.tree.nodes().stream().filter((node) -> node.leaders().contains(account.id())).toList();
		led.forEach((node) -> lead(node, account.id(), false));
	}

	private boolean isUnique(String field) {
		if (!field.startsWith("custom:")) {
			return true;
		}
		CustomField custom = this.fields.get(CustomFields.USER, field.substring("custom:".length()));
		return custom != null && custom.unique();
	}

	private static Set<Habit> copy(Set<Habit> habits) {
		Set<Habit> copy = EnumSet.noneOf(Habit.class);
		copy.addAll(habits);
		return copy;
	}

}
