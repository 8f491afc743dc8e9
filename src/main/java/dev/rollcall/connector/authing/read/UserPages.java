package dev.rollcall.connector.authing.read;

import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.authing.api.Listing;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserQuery;
import dev.rollcall.connector.authing.api.UserQuery.Below;
import dev.rollcall.connector.authing.api.UserQuery.Condition;
import dev.rollcall.connector.authing.api.UserQuery.Options;
import dev.rollcall.connector.authing.api.UserQuery.Pagination;
import dev.rollcall.connector.authing.api.UserQuery.Sort;
import dev.rollcall.connector.authing.client.AuthingClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks for users, the oldest first: who is created meanwhile comes at the end, and shifts
 * nobody from page to page. No other order is documented to be taken.
 */
final class UserPages {

	private static final List<Sort> OLDEST_FIRST = List.of(new Sort("createdAt", "ASC"));

	private final AuthingClient client;

	private final boolean wholePool;

	UserPages(AuthingClient client, boolean wholePool) {
		this.client = client;
		this.wholePool = wholePool;
	}

	/** One page. */
	Answer get(Question question) {
		Pagination page = new Pagination(question.page(), Question.LIMIT);
		Listing<UserDetail> listing = this.client
			.users(new UserQuery(conditions(question.department()), new Options(page, OLDEST_FIRST, true, true)));
		List<UserDetail> users = Objects.requireNonNullElse(listing.list(), List.of());
		return new Answer(Objects.requireNonNullElse(listing.totalCount(), -1L), users);
	}

	private @Nullable List<Condition> conditions(String department) {
		if (department.isEmpty() && this.wholePool) {
			return null;
		}
		boolean all = department.isEmpty();
		Below below = new Below(this.client.access().organization(), all ? DepartmentList.ROOT : department,
				"department_id", all);
		return List.of(new Condition("department", "IN", List.of(below)));
	}

	/**
	 * A page of users.
	 *
	 * @param total how many there are on all pages, -1 when that is not said
	 * @param users those of this page
	 */
	record Answer(long total, List<UserDetail> users) {

		/** Whether there should be another page behind one. */
		boolean isFollowed(Question question) {
			boolean full = this.users.size() >= Question.LIMIT;
			return (this.total < 0) ? full
					: !this.users.isEmpty() && this.total > (long) question.page() * Question.LIMIT;
		}

		/** The ids of those who have one. */
		List<String> ids() {
			return this.users.stream().map(UserDetail::userId).filter(Objects::nonNull).toList();
		}

		/** Tells whom the page holds, in any order. */
		long digest() {
			return this.users.stream().mapToLong((user) -> IdSet.hash(String.valueOf(user.userId()))).sum();
		}

	}

}
