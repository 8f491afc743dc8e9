package dev.rollcall.connector.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.Workload;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/**
 * A directory in memory. Refs of departments are numbers, refs of members userids; unless
 * userids are only links there, which members may lack.
 */
public final class MemoryDirectory implements Target {

	public static final Schema DEPARTMENTS = Schema.of(FieldNames.NAME);

	private final String name;

	private final Capabilities capabilities;

	private Schema schema;

	private final Map<Integer, Department> departments = new TreeMap<>();

	private final Map<String, Member> members = new TreeMap<>();

	private final List<Change> applied = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private int lastId;

	private int answersToLose;

	private int batchesToRefuse;

	private int changesToCarryOut = Integer.MAX_VALUE;

	private int changesToFail;

	private int changesToStay = Integer.MAX_VALUE;

	private int pageSize = 100;

	private @Nullable Claim claim;

	private int batch;

	private final List<Integer> batches = new ArrayList<>();

	private final List<Integer> lookups = new ArrayList<>();

	private List<Message> traffic = List.of();

	private Notices notices = Notices.NONE;

	private boolean linking;

	private int lastMember;

	private Adaptation adaptation = Adaptation.NONE;

	private List<CheckResult> preparations = List.of();

	public MemoryDirectory(String name, Schema schema, Capabilities capabilities) {
		this.name = name;
		this.schema = schema;
		this.capabilities = capabilities;
	}

	/** A directory that takes any field, shows all, and has these unique ones. */
	public static MemoryDirectory plain(String name, Schema schema, String... unique) {
		return new MemoryDirectory(name, schema,
				new Capabilities(true, Set.of(), List.of(Set.of(FieldNames.NAME)), List.of(unique), 10, false));
	}

	/** The same where members can be disabled. */
	public static MemoryDirectory disabling(String name, Schema schema) {
		return new MemoryDirectory(name, schema,
				new Capabilities(true, Set.of(), List.of(Set.of(FieldNames.NAME)), List.of(), 10, false, true));
	}

	/**
	 * One that has refs of its own, where a userid is only a link, and that keeps whoever
	 * is suspended, as those are whom a run disables, or has resigned.
	 */
	public static MemoryDirectory linking(String name, Schema schema, String... unique) {
		MemoryDirectory directory = new MemoryDirectory(name, schema,
				new Capabilities(true, Set.of(), List.of(), List.of(unique), 10, false, true)
					.sparing(Set.of("suspended", "resigned"), "suspended"));
		directory.linking = true;
		return directory;
	}

	/**
	 * One that keeps bare accounts, and has members whom the job means become those that
	 * an adaptation makes of them.
	 */
	public static MemoryDirectory accounts(String name, Schema schema, Adaptation adaptation) {
		MemoryDirectory directory = new MemoryDirectory(name, schema,
				new Capabilities(false, Set.of(), List.of(Set.of(FieldNames.USERNAME)), List.of(), 10, false)
					.sparing(Set.of("wecom"), null)
					.keeping(new Accounts(List.of(FieldNames.USERNAME, "groups"))));
		directory.linking = true;
		directory.adaptation = adaptation;
		return directory;
	}

	/** What it says when it is prepared. */
	public void prepares(CheckResult... results) {
		this.preparations = List.of(results);
	}

	@Override
	public List<CheckResult> prepare() {
		return this.preparations;
	}

	/** Carries out the next so many batches without answering. */
	public void loseAnswers(int count) {
		this.answersToLose = count;
	}

	/** Carries out so many more changes, then is gone in the middle of a batch, once. */
	public void loseConnectionAfter(int changes) {
		this.changesToCarryOut = changes;
	}

	/** Does nothing at all for the next so many batches, as if the network were gone. */
	public void refuse(int count) {
		this.batchesToRefuse = count;
	}

	/** Says that it holds so many, whatever it holds; null: says nothing. */
	public void claims(@Nullable Claim claimed) {
		this.claim = claimed;
	}

	/** Refuses the next so many changes, whatever they are. */
	public void fail(int changes) {
		this.changesToFail = changes;
	}

	/** Carries out so many more changes, then refuses every batch. */
	public void leaveAfter(int changes) {
		this.changesToStay = changes;
	}

	public void pagesOf(int size) {
		this.pageSize = size;
	}

	/** Takes so many changes at once, and a second for each call. */
	public void takes(int changes) {
		this.batch = changes;
	}

	/** How many changes each batch had. */
	public List<Integer> batches() {
		return this.batches;
	}

	/** How many changes were looked up each time. */
	public List<Integer> lookups() {
		return this.lookups;
	}

	/** What it says when it is asked what using it has come to. */
	public void says(Message... said) {
		this.traffic = List.of(said);
	}

	/** Somebody listens from now on. */
	MemoryDirectory heard(Notices by) {
		this.notices = by;
		return this;
	}

	/** All changes that were carried out, in their order. */
	public List<Change> applied() {
		return this.applied;
	}

	public Collection<Department> departments() {
		return this.departments.values();
	}

	public Collection<Member> members() {
		return this.members.values();
	}

	/** The members as whoever reads the directory sees them. */
	public List<Member> shown() {
		return this.members.values().stream().map(this::shown).toList();
	}

	/** Puts a department in; gives its ref. */
	public String put(@Nullable String parent, String departmentName, @Nullable String id) {
		this.lastId++;
		String ref = Integer.toString(this.lastId);
		this.departments.put(this.lastId,
				new Department(ref, parent, id, Fields.of(DEPARTMENTS, Map.of(FieldNames.NAME, departmentName)), null));
		return ref;
	}

	public void put(Member member) {
		if (this.linking) {
			this.members.put(member.ref(), member);
			return;
		}
		this.members.put(Userid.key(Objects.requireNonNull(member.userid())), member);
	}

	/** Takes a member out, as if it had left. */
	public void remove(String userid) {
		this.members.remove(Userid.key(userid));
	}

	/** Puts in a member beside one that may have the same userid. */
	public void putAgain(Member member) {
		this.members.put(member.ref() + " again", member);
	}

	/** Puts in a row that cannot be used, of which only the userid is known. */
	public void reject(String userid) {
		put(new Member(userid, userid, null, Fields.unknown(this.schema), null, null));
		this.findings.add(new Finding(Finding.Severity.REJECTED, new Origin(0, this.findings.size() + 1), "", userid,
				Message.of("memory.rejected"), userid));
	}

	@Override
	public Identity identity() {
		return new Identity("memory:" + this.name, null);
	}

	@Override
	public Schema departmentSchema() {
		return DEPARTMENTS;
	}

	@Override
	public Schema memberSchema() {
		return this.schema;
	}

	@Override
	public Capabilities capabilities() {
		return this.capabilities;
	}

	@Override
	public Adaptation adaptation(DepartmentTree tree, Admissions admissions) {
		return this.adaptation;
	}

	@Override
	public Effort effort(Workload work) {
		if (this.batch == 0) {
			return Target.super.effort(work);
		}
		long calls = (work.all() + this.batch - 1) / this.batch;
		return new Effort(calls, Duration.ofSeconds(calls), this.batch);
	}

	@Override
	public List<Message> traffic() {
		return this.traffic;
	}

	@Override
	public @Nullable Claim claimed() {
		return this.claim;
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		DepartmentTree tree = new DepartmentTree(this.departments.values());
		List<Department> parentsFirst = new ArrayList<>(this.departments.values());
		parentsFirst.sort(java.util.Comparator.comparingInt((department) -> tree.depth(department.ref())));
		List<Member> all = shown();
		int[] next = { (cursor != null) ? Integer.parseInt(cursor) : -1 };
		return new PageReader() {
			@Override
			public @Nullable Page next() {
				if (next[0] < 0) {
					next[0] = 0;
					return new Page(parentsFirst, List.of(), MemoryDirectory.this.findings, List.of(), "0");
				}
				if (next[0] >= all.size()) {
					return null;
				}
				int from = next[0];
				next[0] = Math.min(all.size(), from + MemoryDirectory.this.pageSize);
				return new Page(List.of(), all.subList(from, next[0]), List.of(), List.of(), Integer.toString(next[0]));
			}

			@Override
			public void close() {
			}
		};
	}

	@Override
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		if (this.batchesToRefuse > 0) {
			this.batchesToRefuse--;
			throw new DirectoryException(Message.of("memory.unreachable"), false, null);
		}
		this.batches.add(changes.size());
		this.notices.tell(Message.of("memory.batch", changes.size()));
		List<Outcome> outcomes = new ArrayList<>();
		for (Change change : changes) {
			if (this.changesToStay-- == 0) {
				this.batchesToRefuse = Integer.MAX_VALUE;
				throw new DirectoryException(Message.of("memory.unreachable"), false, null);
			}
			if (this.changesToCarryOut-- == 0) {
				this.changesToCarryOut = Integer.MAX_VALUE;
				throw new DirectoryException(Message.of("memory.connection-lost"), true, null);
			}
			if (this.changesToFail > 0) {
				this.changesToFail--;
				outcomes.add(Outcome.failed("500", "not now"));
				continue;
			}
			Outcome outcome = (change.entry() == EntryKind.DEPARTMENT) ? applyToDepartment(change, refs)
					: applyToMember(change, refs);
			if (outcome.state() == Outcome.State.DONE) {
				this.applied.add(change);
			}
			outcomes.add(outcome);
		}
		if (this.answersToLose > 0) {
			this.answersToLose--;
			throw new DirectoryException(Message.of("memory.answer-lost"), true, null);
		}
		return outcomes;
	}

	@Override
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory refs) {
		this.lookups.add(changes.size());
		List<@Nullable Entry> found = new ArrayList<>();
		changes.forEach((change) -> found.add(lookUp(change, refs)));
		return found;
	}

	@Override
	public @Nullable Entry find(Change change, DepartmentDirectory refs) {
		this.lookups.add(1);
		return lookUp(change, refs);
	}

	private @Nullable Entry lookUp(Change change, DepartmentDirectory refs) {
		if (change.entry() == EntryKind.DEPARTMENT) {
			Department found = (change.ref() != null) ? this.departments.get(Integer.valueOf(change.ref()))
					: created((Department) Objects.requireNonNull(change.after()), refs);
			return (found != null && found.parent() != null) ? found.withParent(DepartmentRef.existing(found.parent()))
					: found;
		}
		Member found = (change.ref() != null) ? this.members.get(change.ref()) : null;
		if (found == null && change.after() instanceof Member after) {
			found = (after.userid() != null) ? withUserid(after.userid())
					: (change.ref() == null) ? withUniqueValue(after) : null;
		}
		return (found == null) ? null : new Member(found.ref(), found.userid(), null, shown(found).fields(),
				(found.placements() != null) ? found.placements().map(DepartmentRef::existing) : null, null);
	}

	private @Nullable Member withUserid(@Nullable String userid) {
		return (userid == null) ? null
				: this.members.values()
					.stream()
					.filter((member) -> userid.equalsIgnoreCase(member.userid()))
					.findFirst()
					.orElse(null);
	}

	/** Who was created without a userid is found by whatever else is unique. */
	private @Nullable Member withUniqueValue(Member sought) {
		for (String field : this.capabilities.unique()) {
			String value = sought.fields().value(field);
			for (Member member : this.members.values()) {
				if (member.userid() == null && value != null && !value.isEmpty()
						&& value.equals(member.fields().value(field))) {
					return member;
				}
			}
		}
		return null;
	}

	private @Nullable Department created(Department wanted, DepartmentDirectory refs) {
		String parent = parent(wanted, refs);
		return (wanted.parent() != null && parent == null) ? null : sibling(parent, wanted.name());
	}

	@Override
	public void close() {
	}

	private Member shown(Member member) {
		if (this.capabilities.hidden().isEmpty()) {
			return member;
		}
		FieldsBuilder fields = new FieldsBuilder(this.schema);
		for (int i = 0; i < this.schema.size(); i++) {
			if (!this.capabilities.hidden().contains(this.schema.name(i))) {
				fields.copy(i, member.fields(), i);
			}
		}
		return new Member(member.ref(), member.userid(), null, fields.build(), member.placements(), null);
	}

	private Outcome applyToDepartment(Change change, DepartmentDirectory refs) {
		Department after = (Department) change.after();
		if (change.kind() == ChangeKind.DELETE) {
			return deleteDepartment(Objects.requireNonNull(change.ref()));
		}
		Department held = (change.ref() != null) ? this.departments.get(Integer.valueOf(change.ref())) : null;
		if (after == null || (change.kind() != ChangeKind.CREATE && held == null)) {
			return Outcome.failed("404", "no such department");
		}
		boolean moves = change.kind() != ChangeKind.UPDATE;
		String parent = moves ? parent(after, refs) : Objects.requireNonNull(held).parent();
		String wanted = after.name().isEmpty() ? Objects.requireNonNull(held).name() : after.name();
		if (moves && after.parent() != null
				&& (parent == null || !this.departments.containsKey(Integer.valueOf(parent)))) {
			return Outcome.failed("404", "no such parent");
		}
		Department sibling = sibling(parent, wanted);
		if (sibling != null && (held == null || !sibling.ref().equals(held.ref()))) {
			return Outcome.failed("409", "name taken: " + wanted);
		}
		if (held == null) {
			refs.created(DepartmentRef.planned(after.ref()), put(parent, wanted, after.id()));
			return Outcome.done();
		}
		if (parent != null && isBelow(parent, held.ref())) {
			return Outcome.failed("400", "circle");
		}
		this.departments.put(Integer.valueOf(held.ref()), new Department(held.ref(), parent, id(after, held),
				Fields.of(DEPARTMENTS, Map.of(FieldNames.NAME, wanted)), null));
		return Outcome.done();
	}

	/** An empty id takes away the one there was. */
	private static @Nullable String id(Department after, Department held) {
		return (after.id() == null) ? held.id() : after.id().isEmpty() ? null : after.id();
	}

	private Outcome deleteDepartment(String ref) {
		boolean holds = this.departments.values().stream().anyMatch((department) -> ref.equals(department.parent()))
				|| this.members.values()
					.stream()
					.anyMatch((member) -> member.placements() != null && member.placements().in(ref) != null);
		if (holds) {
			return Outcome.failed("400", "department not empty");
		}
		this.departments.remove(Integer.valueOf(ref));
		return Outcome.done();
	}

	private Outcome applyToMember(Change change, DepartmentDirectory refs) {
		if (change.kind() == ChangeKind.DELETE) {
			this.members.remove(Objects.requireNonNull(change.ref()));
			return Outcome.done();
		}
		if (change.kind() == ChangeKind.DISABLE && !this.capabilities.disabling()) {
			return Outcome.failed("405", "cannot disable");
		}
		Member after = (Member) Objects.requireNonNull(change.after());
		Member held = (change.ref() != null) ? this.members.get(change.ref()) : null;
		if (change.kind() != ChangeKind.CREATE && held == null) {
			return Outcome.failed("404", "no such member");
		}
		String userid = (after.userid() != null || held == null) ? after.userid() : held.userid();
		Member taking = withUserid(userid);
		if (taking != null && (held == null || !held.ref().equals(taking.ref()))) {
			return Outcome.failed("409", "userid taken: " + userid);
		}
		userid = (userid != null && userid.isEmpty()) ? null : userid;
		String key = this.linking ? (held != null) ? held.ref() : "m" + ++this.lastMember
				: Userid.key(Objects.requireNonNull(userid));
		Placements placements = after.placements();
		if (placements != null) {
			for (String department : placements.departments()) {
				String ref = refs.ref(department);
				if (ref == null || !this.departments.containsKey(Integer.valueOf(ref))) {
					return Outcome.failed("404", "no such department: " + department);
				}
			}
			placements = placements.map((department) -> Objects.requireNonNull(refs.ref(department)));
		}
		else {
			placements = (held != null) ? held.placements() : new Placements(List.of(), null);
		}
		Fields fields = merged((held != null) ? held.ref() : null, after);
		for (String field : this.capabilities.unique()) {
			String value = fields.value(field);
			boolean taken = value != null && !value.isEmpty()
					&& this.members.values()
						.stream()
						.anyMatch((other) -> (held == null || !other.ref().equals(held.ref()))
								&& value.equalsIgnoreCase(other.fields().value(field)));
			if (taken) {
				return Outcome.failed("409", field + " taken: " + value);
			}
		}
		if (held != null) {
			this.members.remove(held.ref());
		}
		this.members.put(key, new Member(key, userid, null, fields, placements, null));
		return Outcome.done();
	}

	private Fields merged(@Nullable String ref, Member after) {
		if (this.capabilities.customFields()) {
			grow(List.copyOf(after.fields().known().keySet()));
		}
		Member held = (ref != null) ? this.members.get(ref) : null;
		FieldsBuilder fields = new FieldsBuilder(this.schema);
		for (int i = 0; i < this.schema.size(); i++) {
			String wanted = after.fields().value(this.schema.name(i));
			String was = (held != null) ? held.fields().value(i) : "";
			fields.set(i, (wanted != null) ? wanted : was);
		}
		return fields.build();
	}

	/** Takes fields in that were not named before: nobody has a value of them. */
	private void grow(List<String> names) {
		Schema grown = this.schema.with(names);
		if (!grown.equals(this.schema)) {
			int known = this.schema.size();
			this.schema = grown;
			this.members.replaceAll((ref, member) -> {
				FieldsBuilder fields = new FieldsBuilder(grown);
				for (int i = 0; i < grown.size(); i++) {
					fields.set(i, (i < known) ? member.fields().value(i) : "");
				}
				return new Member(member.ref(), member.userid(), null, fields.build(), member.placements(), null);
			});
		}
	}

	private @Nullable String parent(Department after, DepartmentDirectory refs) {
		return (after.parent() != null) ? refs.ref(after.parent()) : null;
	}

	private @Nullable Department sibling(@Nullable String parent, String wanted) {
		return this.departments.values()
			.stream()
			.filter((department) -> Objects.equals(department.parent(), parent) && department.name().equals(wanted))
			.findFirst()
			.orElse(null);
	}

	private boolean isBelow(String ref, String ancestor) {
		String next = ref;
		while (next != null) {
			if (next.equals(ancestor)) {
				return true;
			}
			Department department = this.departments.get(Integer.valueOf(next));
			next = (department != null) ? department.parent() : null;
		}
		return false;
	}

}
