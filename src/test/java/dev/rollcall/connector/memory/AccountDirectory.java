package dev.rollcall.connector.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * A directory in memory that keeps bare accounts and never tells whose they are. Wants
 * those who are below {@link #meant}; calls them by their userids without what is behind
 * an @, or as it is told to.
 */
public final class AccountDirectory implements Target {

	/** The fields of an account. */
	public static final Schema SCHEMA = Schema.of(FieldNames.NAME, FieldNames.USERNAME, "groups", FieldNames.STATUS);

	private final Map<String, Member> accounts = new TreeMap<>();

	private final Map<String, String> names = new TreeMap<>();

	private final List<Change> applied = new ArrayList<>();

	private String meant = "公司";

	private int lastRef = 100;

	private int answersToLose;

	/** Below which department those are who are to have accounts. */
	public void meant(String path) {
		this.meant = path;
	}

	/** A person says by which account a member is to go. */
	public void call(String userid, String name) {
		this.names.put(userid, name);
	}

	/** Somebody makes an account by hand. */
	public void put(String ref, String name) {
		this.accounts.put(ref, account(ref, Map.of(FieldNames.NAME, "", FieldNames.USERNAME, name, "groups", "")));
	}

	/**
	 * Somebody imports a member in the console, so that the account tells whose it is.
	 */
	public void bind(String ref, String userid) {
		this.accounts.put(ref, new Member(ref, userid, null, Fields.of(SCHEMA,
				Map.of(FieldNames.NAME, "", FieldNames.USERNAME, userid, "groups", "", FieldNames.STATUS, "wecom")),
				null, null));
	}

	/** Somebody removes one by hand. */
	public void remove(String ref) {
		this.accounts.remove(ref);
	}

	/** The answers to so many batches get lost, once they are carried out. */
	public void loseAnswers(int count) {
		this.answersToLose = count;
	}

	/** All accounts, in the order of their refs. */
	public Collection<Member> accounts() {
		return this.accounts.values();
	}

	/** All that was done. */
	public List<Change> applied() {
		return this.applied;
	}

	@Override
	public Identity identity() {
		return new Identity("accounts", null);
	}

	@Override
	public Schema departmentSchema() {
		return Schema.of();
	}

	@Override
	public Schema memberSchema() {
		return SCHEMA;
	}

	@Override
	public Capabilities capabilities() {
		return new Capabilities(false, Set.of(), List.of(), List.of(), 2, false).sparing(Set.of("wecom"), null)
			.keeping(new Accounts(List.of(FieldNames.USERNAME, "groups")));
	}

	@Override
	public Adaptation adaptation(DepartmentTree departments, Admissions admissions) {
		if (departments.all().stream().noneMatch((any) -> departments.path(any.ref()).equals(this.meant))) {
			throw new SettingsException(Message.of("test.no-such-department", this.meant));
		}
		return new Adaptation() {

			@Override
			public @Nullable Member adapt(Member member) {
				boolean inside = Objects.requireNonNull(member.placements())
					.departments()
					.stream()
					.map(departments::path)
					.anyMatch((path) -> path.startsWith(AccountDirectory.this.meant));
				String userid = String.valueOf(member.userid());
				String name = AccountDirectory.this.names.getOrDefault(userid, userid.replaceFirst("@.*", ""));
				return !inside ? null : member.with(member.fields().with(FieldNames.USERNAME, name).with("groups", ""));
			}

			@Override
			public boolean isDecided(Member desired) {
				return AccountDirectory.this.names.containsKey(desired.userid());
			}

		};
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		List<Page> pages = new ArrayList<>();
		if (cursor == null) {
			pages.add(new Page(List.of(), List.copyOf(this.accounts.values()), List.of(), List.of(), "end"));
		}
		return new PageReader() {

			@Override
			public @Nullable Page next() {
				return pages.isEmpty() ? null : pages.remove(0);
			}

			@Override
			public void close() {
				// Nothing is open.
			}

		};
	}

	@Override
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory departments) {
		List<Outcome> outcomes = changes.stream().map(this::apply).toList();
		if (this.answersToLose > 0) {
			this.answersToLose--;
			throw new DirectoryException(Message.of("test.lost"), true, null);
		}
		return outcomes;
	}

	private Outcome apply(Change change) {
		this.applied.add(change);
		if (change.kind() == ChangeKind.CREATE) {
			if (named(change) != null) {
				return Outcome.failed("NameInUse", change.key());
			}
			String ref = String.valueOf(++this.lastRef);
			this.accounts.put(ref, account(ref, Objects.requireNonNull(change.after()).fields().known()));
			return Outcome.created(ref);
		}
		Member held = this.accounts.get(String.valueOf(change.ref()));
		if (change.kind() == ChangeKind.DELETE) {
			this.accounts.remove(String.valueOf(change.ref()));
		}
		else if (held == null) {
			return Outcome.failed("Gone", change.key());
		}
		else {
			Map<String, String> known = new TreeMap<>(held.fields().known());
			known.putAll(Objects.requireNonNull(change.after()).fields().known());
			this.accounts.put(held.ref(), account(held.ref(), known));
		}
		return Outcome.done();
	}

	@Override
	public @Nullable Entry find(Change change, DepartmentDirectory departments) {
		return (change.ref() != null) ? this.accounts.get(change.ref()) : named(change);
	}

	private @Nullable Member named(Change change) {
		String name = Objects.requireNonNull(change.after()).fields().value(FieldNames.USERNAME);
		return this.accounts.values()
			.stream()
			.filter((account) -> String.valueOf(account.fields().value(FieldNames.USERNAME)).equalsIgnoreCase(name))
			.findFirst()
			.orElse(null);
	}

	private static Member account(String ref, Map<String, String> known) {
		Map<String, String> values = new TreeMap<>(known);
		values.putIfAbsent(FieldNames.NAME, "");
		values.put(FieldNames.STATUS, "sub-user");
		return new Member(ref, null, null, Fields.of(SCHEMA, values), null, null);
	}

	/** What it is called in a listing: its ref and its name. */
	public List<String> lines() {
		return this.accounts.values()
			.stream()
			.map((account) -> account.ref() + " "
					+ String.valueOf(account.fields().value(FieldNames.USERNAME)).toLowerCase(Locale.ROOT))
			.toList();
	}

	@Override
	public void close() {
		// Remains for the next run.
	}

}
