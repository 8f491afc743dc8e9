package dev.rollcall.connector.wecom.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Calls;
import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.FreshToken;
import dev.rollcall.connector.remote.HttpConnection;
import dev.rollcall.connector.remote.TokenSupply;
import dev.rollcall.connector.remote.Tokens;
import dev.rollcall.connector.wecom.api.Answer;
import dev.rollcall.connector.wecom.api.ContactsApi;
import dev.rollcall.connector.wecom.api.CreatedDepartment;
import dev.rollcall.connector.wecom.api.CreatedMember;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.DepartmentWrite;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.Import;
import dev.rollcall.connector.wecom.api.ImportResult;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.api.MemberList;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.connector.wecom.api.TokenAnswer;
import dev.rollcall.connector.wecom.api.Userids;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;

/**
 * WeCom's address book as the rest of the connector calls it. Every call waits for its
 * turn, carries the token of the credential that it needs, and is tried again where that
 * may help. Safe for use by many threads.
 *
 * <p>
 * All calls throw {@link Refusal} when WeCom says no, and a passing
 * {@link dev.rollcall.connector.DirectoryException} when it cannot be told what became of
 * them.
 */
public final class WeComClient implements AutoCloseable {

	private final Access access;

	private final ContactsApi api;

	private final Closeable connections;

	private final Calls<Answer> calls;

	private final Tokens<Credential> tokens;

	/** Calls WeCom over HTTP. */
	public WeComClient(Access access, Notices notices) {
		this(access, notices, Clock.system(ZoneId.systemDefault()));
	}

	/**
	 * Calls WeCom over HTTP.
	 * @param clock tells the time to operators, such as when to go on
	 */
	public WeComClient(Access access, Notices notices, Clock clock) {
		this(access, new HttpConnection(access.line()), notices, clock);
	}

	/** Calls what stands for WeCom. */
	public WeComClient(Access access, ContactsApi api, Notices notices) {
		this(access, api, () -> {
		}, notices, Clocks.of(Clock.system(ZoneId.systemDefault())));
	}

	private WeComClient(Access access, HttpConnection http, Notices notices, Clock clock) {
		this(access, http.calls(ContactsApi.class), http, notices, Clocks.of(clock));
	}

	WeComClient(Access access, ContactsApi api, Closeable connections, Notices notices, Clocks clocks) {
		this.access = access;
		this.api = api;
		this.connections = connections;
		this.calls = new Calls<>(new WeComDialect(), access.line(), access::rate, clocks, notices);
		this.calls.secrets().add(access.contactSecret());
		this.calls.secrets().add(access.appSecret());
		this.tokens = new Tokens<>(this::newToken,
				(failure) -> failure instanceof Refusal refusal && ErrorCode.refusesSecret(refusal.code()),
				clocks.pace());
	}

	/** Whether there is a self-built app's secret. */
	public boolean hasApp() {
		return this.access.appSecret() != null;
	}

	/** How it is called. */
	public Access access() {
		return this.access;
	}

	/** All departments, without names. */
	public List<DepartmentIds.Item> departmentIds(Credential credential) {
		CallKind kind = CallKind.DEPARTMENT_SIMPLELIST;
		return given(kind, call(kind, credential, this.api::departmentIds).departments());
	}

	/** All departments that the credential may see, with names. */
	public List<Departments.Item> departments(Credential credential) {
		CallKind kind = CallKind.DEPARTMENT_LIST;
		return given(kind, call(kind, credential, this.api::departments).departments());
	}

	/** A page of the list of userids. */
	public MemberIds memberIds(@Nullable String cursor, int limit) {
		MemberIds page = call(CallKind.USER_LIST_ID, Credential.CONTACT,
				(token) -> this.api.memberIds(token, new MemberIds.Wanted(cursor, limit)));
		list(CallKind.USER_LIST_ID, page, page.rows());
		return page;
	}

	/** The members of a department: userid, name, departments. */
	public List<MemberDetail> memberNames(Credential credential, long department) {
		MemberList found = call(CallKind.USER_SIMPLELIST, credential,
				(token) -> this.api.memberNames(token, department));
		return list(CallKind.USER_SIMPLELIST, found, found.members());
	}

	/** The members of a department with all that the credential may see. */
	public List<MemberDetail> members(Credential credential, long department) {
		MemberList found = call(CallKind.USER_LIST, credential, (token) -> this.api.members(token, department));
		return list(CallKind.USER_LIST, found, found.members());
	}

	/** One member with all that the credential may see. */
	public MemberDetail member(Credential credential, String userid) {
		MemberDetail member = call(CallKind.USER_GET, credential, (token) -> this.api.member(token, userid));
		given(CallKind.USER_GET, member.userid());
		return member;
	}

	/** Creates a department; gives its id. */
	public long createDepartment(DepartmentWrite department) {
		CreatedDepartment created = call(CallKind.DEPARTMENT_CREATE, Credential.CONTACT,
				(token) -> this.api.createDepartment(token, department));
		return given(CallKind.DEPARTMENT_CREATE, (created.id() != null) ? created.id() : department.id());
	}

	public void updateDepartment(DepartmentWrite department) {
		call(CallKind.DEPARTMENT_UPDATE, Credential.CONTACT, (token) -> this.api.updateDepartment(token, department));
	}

	public void deleteDepartment(long id) {
		call(CallKind.DEPARTMENT_DELETE, Credential.CONTACT, (token) -> this.api.deleteDepartment(token, id));
	}

	/** Creates a member; gives the departments that were made up for that. */
	public List<Departments.Item> createMember(MemberWrite member) {
		return madeUp(call(CallKind.USER_CREATE, Credential.CONTACT, (token) -> this.api.createMember(token, member)));
	}

	/** Updates a member; likewise. */
	public List<Departments.Item> updateMember(MemberWrite member) {
		return madeUp(call(CallKind.USER_UPDATE, Credential.CONTACT, (token) -> this.api.updateMember(token, member)));
	}

	public void deleteMember(String userid) {
		call(CallKind.USER_DELETE, Credential.CONTACT, (token) -> this.api.deleteMember(token, userid));
	}

	/** Deletes up to 200 members, or none of them. */
	public void deleteMembers(List<String> userids) {
		call(CallKind.USER_BATCHDELETE, Credential.CONTACT,
				(token) -> this.api.deleteMembers(token, new Userids(userids)));
	}

	/** Uploads a file of at most 20 MB; gives its media id. */
	public String upload(String name, byte[] content) {
		ByteArrayResource file = new ByteArrayResource(content) {
			@Override
			public String getFilename() {
				return name;
			}
		};
		CallKind kind = CallKind.MEDIA_UPLOAD;
		return given(kind, call(kind, Credential.CONTACT, (token) -> this.api.upload(token, "file", file)).mediaId());
	}

	/** Begins to import an uploaded file of members; gives the job's id. */
	public String importMembers(String mediaId) {
		CallKind kind = CallKind.BATCH_SYNCUSER;
		Import body = new Import(mediaId, false);
		return given(kind, call(kind, Credential.CONTACT, (token) -> this.api.importMembers(token, body)).job());
	}

	/** How far an import has come. */
	public ImportResult importResult(String job) {
		return call(CallKind.BATCH_GETRESULT, Credential.CONTACT, (token) -> this.api.importResult(token, job));
	}

	/** What the calls since it was opened have come to. */
	public List<Message> traffic() {
		return this.calls.messages();
	}

	@Override
	public void close() {
		try {
			this.connections.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private <T extends Answer> T call(CallKind kind, Credential credential, Function<String, @Nullable T> once) {
		return this.calls.call(kind, once, this.tokens.of(credential));
	}

	private FreshToken newToken(Credential credential) {
		String secret = switch (credential) {
			case CONTACT -> this.access.contactSecret();
			case APP -> Objects.requireNonNull(this.access.appSecret(), "an app's secret");
		};
		TokenAnswer answer = this.calls.call(CallKind.GETTOKEN,
				(none) -> this.api.token(this.access.corporation(), secret), TokenSupply.NONE);
		String token = given(CallKind.GETTOKEN, answer.token());
		this.calls.secrets().add(token);
		return new FreshToken(token, answer.expiresIn());
	}

	private static List<Departments.Item> madeUp(CreatedMember answer) {
		List<Departments.Item> made = (answer.made() != null) ? answer.made().departments() : null;
		return (made != null) ? made : List.of();
	}

	/**
	 * Nobody may take an answer that is none of WeCom's, such as a proxy's, for one that
	 * says that nobody is there.
	 */
	private <T> List<T> list(CallKind kind, Answer answer, @Nullable List<T> list) {
		return (list == null && answer.errcode() != null) ? List.of() : given(kind, list);
	}

	private <T> T given(CallKind kind, @Nullable T value) {
		if (value == null) {
			throw this.calls.unreadable(kind);
		}
		return value;
	}

}
