package dev.rollcall.connector.authing.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.authing.api.AccessKey;
import dev.rollcall.connector.authing.api.Belonging;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.api.CustomFields;
import dev.rollcall.connector.authing.api.DepartmentChoice;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.DepartmentWrite;
import dev.rollcall.connector.authing.api.Envelope;
import dev.rollcall.connector.authing.api.Leavers;
import dev.rollcall.connector.authing.api.Listing;
import dev.rollcall.connector.authing.api.ManagementApi;
import dev.rollcall.connector.authing.api.Memberships;
import dev.rollcall.connector.authing.api.Organization;
import dev.rollcall.connector.authing.api.Token;
import dev.rollcall.connector.authing.api.UserBatch;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserIds;
import dev.rollcall.connector.authing.api.UserQuery;
import dev.rollcall.connector.remote.Calls;
import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.FreshToken;
import dev.rollcall.connector.remote.HttpConnection;
import dev.rollcall.connector.remote.TokenSupply;
import dev.rollcall.connector.remote.Tokens;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Authing's management API as the rest of the connector calls it. Every call waits for
 * its turn, carries the token, and is tried again where that may help. Safe for use by
 * many threads.
 *
 * <p>
 * All calls throw {@link Refusal} when Authing says no, and a passing
 * {@link dev.rollcall.connector.DirectoryException} when it cannot be told what became of
 * them.
 */
public final class AuthingClient implements AutoCloseable {

	private static final String ROOT = "root";

	/** How many departments can be set for a user. */
	private static final int MEMBERSHIPS = 50;

	private final AuthingAccess access;

	private final ManagementApi api;

	private final Closeable connections;

	private final Calls<Envelope<?>> calls;

	private final TokenSupply tokens;

	/** Calls Authing over HTTP. */
	public AuthingClient(AuthingAccess access, Notices notices, Clock clock) {
		this(access, new HttpConnection(access.line()), notices, Clocks.of(clock));
	}

	/** Calls something that answers like Authing; for tests. */
	public AuthingClient(AuthingAccess access, ManagementApi api, Notices notices) {
		this(access, api, () -> {
		}, notices, Clocks.of(Clock.systemUTC()));
	}

	private AuthingClient(AuthingAccess access, HttpConnection http, Notices notices, Clocks clocks) {
		this(access, http.calls(ManagementApi.class), http, notices, clocks);
	}

	AuthingClient(AuthingAccess access, ManagementApi api, Closeable connections, Notices notices, Clocks clocks) {
		this.access = access;
		this.api = api;
		this.connections = connections;
		this.calls = new Calls<>(new AuthingDialect(), access.line(), access::rate, clocks, notices);
		this.calls.secrets().add(access.accessKeySecret());
		Tokens<String> held = new Tokens<>((key) -> newToken(), (failure) -> failure instanceof Refusal, clocks.pace());
		this.tokens = held.of(access.accessKeyId());
	}

	/** How it is called. */
	public AuthingAccess access() {
		return this.access;
	}

	/** The user pool that the key belongs to, the key itself when no token says so. */
	public String pool() {
		return Objects.requireNonNullElse(UserPool.of(this.tokens.token()), this.access.accessKeyId());
	}

	/** The organisation that is meant. */
	public Organization organization() {
		return call(AuthingCall.ORGANIZATION,
				(api, token, pool) -> api.organization(token, pool, this.access.organization()));
	}

	/** All departments of the organisation in one call, with custom data. */
	public Listing<DepartmentDetail> departments() {
		return call(AuthingCall.DEPARTMENTS,
				(api, token, pool) -> api.departments(token, pool, this.access.organization(), ROOT, true));
	}

	/** One department, with custom data. */
	public DepartmentDetail department(String id) {
		return call(AuthingCall.DEPARTMENT,
				(api, token, pool) -> api.department(token, pool, this.access.organization(), id, true));
	}

	/** Creates a department; gives it as it is now. */
	public DepartmentDetail createDepartment(DepartmentWrite department) {
		return call(AuthingCall.CREATE_DEPARTMENT, (api, token, pool) -> api.createDepartment(token, pool, department));
	}

	/**
	 * Updates a department.
	 * @return the department as it is now, null when Authing does not say
	 */
	public @Nullable DepartmentDetail updateDepartment(DepartmentWrite department) {
		return envelope(AuthingCall.UPDATE_DEPARTMENT,
				(api, token, pool) -> api.updateDepartment(token, pool, department))
			.data();
	}

	public void deleteDepartment(String id) {
		DepartmentChoice choice = new DepartmentChoice(this.access.organization(), id);
		send(AuthingCall.DELETE_DEPARTMENT, (api, token, pool) -> api.deleteDepartment(token, pool, choice));
	}

	/** A page of users. */
	public Listing<UserDetail> users(UserQuery query) {
		return call(AuthingCall.LIST_USERS, (api, token, pool) -> api.users(token, pool, query));
	}

	/** Those of at most 50 users that exist, with departments and custom data. */
	public List<UserDetail> users(List<String> ids) {
		String joined = String.join(",", ids);
		return call(AuthingCall.USERS_BY_IDS, (api, token, pool) -> api.usersByIds(token, pool, joined, true, true));
	}

	/** Creates at most 50 users; gives them as they are now. */
	public List<UserDetail> createUsers(UserBatch users) {
		return call(AuthingCall.CREATE_USERS, (api, token, pool) -> api.createUsers(token, pool, users));
	}

	/** Updates at most 50 users; gives them as they are now. */
	public List<UserDetail> updateUsers(UserBatch users) {
		return call(AuthingCall.UPDATE_USERS, (api, token, pool) -> api.updateUsers(token, pool, users));
	}

	/** Deletes at most 50 users. */
	public void deleteUsers(List<String> ids) {
		send(AuthingCall.DELETE_USERS, (api, token, pool) -> api.deleteUsers(token, pool, new UserIds(ids)));
	}

	/** Sets the departments of a user. */
	public void setMemberships(Memberships memberships) {
		send(AuthingCall.SET_MEMBERSHIPS, (api, token, pool) -> api.setMemberships(token, pool, memberships));
	}

	/** The first departments of a user, of all organisations: as many as one can have. */
	public Listing<Belonging> memberships(String user) {
		return call(AuthingCall.USER_MEMBERSHIPS,
				(api, token, pool) -> api.memberships(token, pool, user, 1, MEMBERSHIPS));
	}

	/** Takes at most 50 users out of a department. */
	public void removeMembers(String department, List<String> users) {
		Leavers leavers = new Leavers(users, this.access.organization(), department);
		send(AuthingCall.REMOVE_MEMBERS, (api, token, pool) -> api.removeMembers(token, pool, leavers));
	}

	/**
	 * The fields that the user pool has added.
	 * @param targetType {@code USER} or {@code DEPARTMENT}
	 */
	public List<CustomField> customFields(String targetType) {
		return call(AuthingCall.CUSTOM_FIELDS, (api, token, pool) -> api.customFields(token, pool, targetType));
	}

	/** Defines fields, or changes what of them may be changed. */
	public void defineCustomFields(List<CustomField> fields) {
		send(AuthingCall.DEFINE_CUSTOM_FIELDS,
				(api, token, pool) -> api.defineCustomFields(token, pool, new CustomFields(fields)));
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

	/** A call as it is made one time. */
	@FunctionalInterface
	private interface Once<T> {

		@Nullable Envelope<T> make(ManagementApi api, String token, String pool);

	}

	private <T> void send(AuthingCall call, Once<T> once) {
		envelope(call, once);
	}

	private <T> T call(AuthingCall call, Once<T> once) {
		return given(call, envelope(call, once).data());
	}

	private <T> Envelope<T> envelope(AuthingCall call, Once<T> once) {
		return this.calls.call(call,
				(token) -> once.make(this.api, token, Objects.requireNonNullElse(UserPool.of(token), "")), this.tokens);
	}

	private FreshToken newToken() {
		AccessKey key = new AccessKey(this.access.accessKeyId(), this.access.accessKeySecret());
		Envelope<Token> answer = this.calls.call(AuthingCall.TOKEN, (none) -> this.api.token(key), TokenSupply.NONE);
		Token token = given(AuthingCall.TOKEN, answer.data());
		String value = given(AuthingCall.TOKEN, token.token());
		this.calls.secrets().add(value);
		return new FreshToken(value, token.expiresIn());
	}

	/**
	 * Nobody may take an answer that is none of Authing's, such as a proxy's, for one
	 * that says that nobody is there.
	 */
	private <T> T given(AuthingCall call, @Nullable T value) {
		if (value == null) {
			throw this.calls.unreadable(call);
		}
		return value;
	}

}
