package dev.rollcall.sandbox.cam.account;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.cam.account.SubUser.Password;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Page;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A root account with its sub-users and groups. Not safe for use by many threads: whoever
 * uses it does so while holding its lock.
 */
public final class RootAccount {

	/** The account itself. */
	public static final long UIN = 100_000_000_001L;

	/** What a name is made of. */
	public static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

	private static final long FIRST_UID = 5_000_000;

	private static final long FIRST_GROUP = 200_000;

	private static final long DAY = 24 * 3_600_000L;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final SubUsers users = new SubUsers();

	private final Groups groups = new Groups();

	private final Clock clock;

	private final Set<Habit> habits = EnumSet.noneOf(Habit.class);

	private final Deque<Long> creations = new ArrayDeque<>();

	private Quotas quotas;

	private long numbers;

	public RootAccount(Clock clock, Set<Habit> habits, Quotas quotas) {
		this.clock = clock;
		this.habits.addAll(habits);
		this.quotas = quotas;
	}

	public SubUsers users() {
		return this.users;
	}

	public Groups groups() {
		return this.groups;
	}

	public Quotas quotas() {
		return this.quotas;
	}

	public void limit(Quotas others) {
		this.quotas = others;
	}

	public Set<Habit> habits() {
		return this.habits;
	}

	public boolean has(Habit habit) {
		return this.habits.contains(habit);
	}

	/** Behaves so from now on. */
	public void behave(Set<Habit> others) {
		this.habits.clear();
		this.habits.addAll(others);
	}

	/** The time, as CAM writes it. */
	public String now() {
		return TIME.format(this.clock.instant());
	}

	/** Whoever has that name, null when nobody has. */
	public @Nullable SubUser named(String name) {
		return this.users.byName(name, has(Habit.NAMES_IGNORE_CASE));
	}

	/**
	 * Whoever has that name.
	 * @throws Refused when nobody has
	 */
	public SubUser required(String name) {
		SubUser user = named(name);
		if (user == null) {
			throw Refused.because(Code.NO_SUCH_USER);
		}
		return user;
	}

	/**
	 * Whether one more sub-user may be created.
	 * @throws Refused when not
	 */
	public void checkRoom() {
		if (Quotas.isFull(this.quotas.subUsers(), this.users.count())) {
			throw Refused.because(Code.SUB_USERS_FULL);
		}
		long since = this.clock.millis() - DAY;
		while (!this.creations.isEmpty() && this.creations.getFirst() <= since) {
			this.creations.removeFirst();
		}
		if (Quotas.isFull(this.quotas.creations(), this.creations.size())) {
			throw Refused.because(Code.CREATIONS_USED_UP);
		}
	}

	/** A sub-user that was not there; it counts as a creation of today. */
	public SubUser create(String name, ObjectNode profile, Password password, int keys) {
		this.creations.add(this.clock.millis());
		return settle(name, null, profile, password, keys);
	}

	/** A sub-user as if it had always been there. */
	public SubUser settle(String name, @Nullable String weComUserId, ObjectNode profile, Password password, int keys) {
		long number = ++this.numbers;
		SubUser user = new SubUser(UIN + number, FIRST_UID + number, name, weComUserId, profile, password, keys, now());
		this.users.put(user);
		return user;
	}

	/** Puts a sub-user in the place of what it was. */
	public void put(SubUser user) {
		this.users.put(user);
	}

	/** Deletes a sub-user, which leaves all its groups. */
	public void delete(SubUser user) {
		this.groups.groupsOf(user.uid()).forEach((group) -> this.groups.leave(group, user.uid()));
		this.users.remove(user);
	}

	/** A group that was not there. */
	public Group group(String name, String remark) {
		Group group = new Group(FIRST_GROUP + ++this.numbers, name, remark, now());
		this.groups.put(group);
		return group;
	}

	/** The page of a list that a question asks for by its number. */
	public Page page(Question question) {
		return Page.numbered(question, this.quotas.largest(), has(Habit.LIMIT_CAPS));
	}

}
