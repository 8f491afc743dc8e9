package dev.rollcall.connector.authing.read;

import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.authing.api.Organization;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Department;
import org.jspecify.annotations.Nullable;

/** An organisation of Authing, as far as the job wants it. */
public final class Reading {

	/** What findings name as their place. */
	private static final String PART = "Authing";

	private static final int PAGE = 20;

	private final AuthingClient client;

	private final Shape shape;

	private final UserPages pages;

	private final int page;

	private @Nullable PoolFields fields;

	private volatile @Nullable Claim claim;

	/** Reads through a client. */
	public Reading(AuthingClient client, Shape shape) {
		this(client, shape, PAGE);
	}

	/** Likewise, so many of Authing's pages in one. */
	Reading(AuthingClient client, Shape shape, int page) {
		this.client = client;
		this.shape = shape;
		this.pages = new UserPages(client, shape.wholePool());
		this.page = page;
	}

	/** The fields of the user pool; found out once. */
	public synchronized PoolFields fields() {
		PoolFields known = this.fields;
		if (known == null) {
			known = new PoolFields(this.client.customFields(Link.USER));
			this.fields = known;
		}
		return known;
	}

	/** As {@link Source#parts}. */
	public List<String> parts() {
		return List.of(PART);
	}

	/** As {@link Source#read}. */
	public PageReader read(@Nullable String cursor) {
		return new AuthingPages(this, cursor, this.page);
	}

	/** As {@link Source#claimed}: what Authing said when it was read last. */
	public @Nullable Claim claimed() {
		return this.claim;
	}

	/** What there is, and what is missing. */
	public List<CheckResult> check() {
		return new Inspection(this.client, this, this.shape).results();
	}

	/** The departments as they are now. */
	DepartmentList list() {
		Organization organization = this.client.organization();
		return new DepartmentList(organization.departmentId(), this.client.departments());
	}

	/** Users behind a mark. */
	UserSession users(DepartmentList list, @Nullable Mark mark) {
		return new UserSession(this.pages, list, this.client.access().atOnce(), mark);
	}

	/** How many users there are. */
	long users() {
		return this.pages.get(new Question("", 1)).total();
	}

	/** Departments as Rollcall has them. */
	List<Department> departments(DepartmentList list) {
		return new DepartmentDrafts(list, fields(), this.shape.ignoreRoot()).all();
	}

	/** What makes members of users. */
	MemberDrafts drafts(DepartmentList list) {
		return new MemberDrafts(this.shape, fields(), list);
	}

	/** Remembers how many there were in the end, -1 for members when that is not told. */
	void claim(DepartmentList list, long members) {
		this.claim = new Claim(list.size() + (this.shape.ignoreRoot() ? 1 : 0), members);
	}

}
