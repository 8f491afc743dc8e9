package dev.rollcall.connector.wecom.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.remote.ReadAhead;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.client.Powers;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.connector.wecom.ids.IdCalls;
import dev.rollcall.connector.wecom.read.companion.Companion;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/** WeCom's address book as far as the job wants it and the credentials may see it. */
public final class Reading implements AutoCloseable {

	/** What findings about WeCom itself name as their place. */
	private static final String PART = "WeCom";

	private static final int PAGE = 2000;

	private final WeComClient client;

	private final DetailCalls calls;

	private final @Nullable Source companion;

	private final boolean asTarget;

	private final List<String> vouchedFor;

	private final int page;

	private final CompanyAhead companies;

	private @Nullable Visible visible;

	/** Whether what is shown may not be so any more. */
	private boolean outdated;

	private volatile @Nullable Claim claim;

	/**
	 * Reads through a client.
	 * @param companion tells what WeCom hides, null when there is none; closed with this
	 * @param asTarget whether members and departments come with all fields that can be
	 * written, unknown where they are not shown
	 * @param vouchedFor the company's own fields that can be written, too
	 */
	public Reading(WeComClient client, Detail detail, @Nullable Source companion, boolean asTarget,
			List<String> vouchedFor) {
		this(client, detail, companion, asTarget, vouchedFor, Pace.REAL, IdCalls.LIMIT, PAGE);
	}

	/** Likewise, so many rows of ids with each call, and so many members in a page. */
	Reading(WeComClient client, Detail detail, @Nullable Source companion, boolean asTarget, List<String> vouchedFor,
			Pace pace, int limit, int page) {
		this.client = client;
		this.calls = new DetailCalls(client, detail);
		this.companion = companion;
		this.asTarget = asTarget;
		this.vouchedFor = asTarget ? List.copyOf(vouchedFor) : List.of();
		this.page = page;
		this.companies = new CompanyAhead(() -> Company.read(client, limit), pace);
	}

	/** The fields of departments that are read. */
	public Schema departmentSchema() {
		boolean english = this.asTarget || this.calls.detail() != Detail.IDS;
		return english ? Schema.of(FieldNames.OF_DEPARTMENTS) : Schema.of(FieldNames.NAME);
	}

	/**
	 * The fields of members that are read. To know a company's own fields, some members
	 * are looked at.
	 */
	public Schema memberSchema() {
		List<String> read = switch (this.calls.detail()) {
			case IDS -> List.of();
			case NAMES -> List.of(FieldNames.NAME);
			case FULL -> MemberFields.ALL;
		};
		Schema schema = Schema.of(this.asTarget ? MemberFields.WRITABLE : List.of())
			.with(read)
			.with(seen().custom())
			.with(this.vouchedFor);
		return (this.companion != null) ? schema.with(this.companion.memberSchema().names()) : schema;
	}

	/** The fields of members that WeCom shows, as far as could be seen so far. */
	public Set<String> shown() {
		return new TreeSet<>(seen().shown());
	}

	/** As {@link Source#parts}: WeCom, then the companion's. */
	public List<String> parts() {
		List<String> parts = new ArrayList<>(List.of(PART));
		if (this.companion != null) {
			parts.addAll(this.companion.parts());
		}
		return parts;
	}

	/** As {@link Source#read}. */
	public PageReader read(@Nullable String cursor) {
		return new WeComPages(this, cursor, this.page);
	}

	/** As {@link Source#claimed}: what the id lists hold that were read last. */
	public @Nullable Claim claimed() {
		return this.claim;
	}

	/** A digest of what does not come from WeCom itself, null when all does. */
	public @Nullable String content() {
		return (this.companion != null) ? this.companion.identity().content() : null;
	}

	/** What there is, and how much of it has names. */
	public List<CheckResult> check() {
		return new Inspection(this, this.companion).results();
	}

	/** What the credentials may do, call by call. */
	List<CheckResult> powers() {
		return new Powers(this.client).reading(this.calls.detail() != Detail.IDS);
	}

	/** Something has been written: what was seen before may not be so any more. */
	public synchronized void written() {
		this.outdated = true;
		this.companies.forget();
	}

	/** What is shown beside ids; looked at again by whoever comes later. */
	synchronized Visible visible() {
		Visible known = seen();
		if (this.outdated) {
			known.lookAgain(this.calls);
		}
		this.outdated = true;
		return known;
	}

	/** The same as it was found out first, which tells what fields there are. */
	private synchronized Visible seen() {
		Visible known = this.visible;
		if (known == null) {
			known = Visible.of(this.calls, this.companies::look);
			this.visible = known;
			this.outdated = false;
		}
		return known;
	}

	/** Looks at the id lists, which somebody will read. */
	Company companyAhead() {
		return this.companies.look();
	}

	/** Reads the id lists. */
	Company company() {
		Company company = this.companies.take();
		this.claim = company.claim();
		return company;
	}

	/** Reads the departments once more. */
	DepartmentIdTree tree() {
		return Company.tree(this.client);
	}

	/** Reads the companion, if there is one. */
	@Nullable Companion companion(Company company) {
		return (this.companion != null) ? Companion.read(this.companion, company.tree(), company.lists()) : null;
	}

	/** Asks for the members of departments. */
	ReadAhead<Integer, List<MemberDetail>> details(Collection<Integer> departments, Predicate<Integer> wanted) {
		return new ReadAhead<>(departments, wanted, this::members, this.client.access().atOnce());
	}

	private List<MemberDetail> members(int department) {
		List<MemberDetail> peeked;
		synchronized (this) {
			peeked = seen().takePeeked(department);
		}
		return (peeked != null) ? peeked : this.calls.members(department);
	}

	@Override
	public void close() {
		if (this.companion != null) {
			this.companion.close();
		}
	}

}
