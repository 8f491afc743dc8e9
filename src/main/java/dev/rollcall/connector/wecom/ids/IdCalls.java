package dev.rollcall.connector.wecom.ids;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of all userids from front to end. How long WeCom remembers a cursor is
 * not documented, so it is never read in two parts.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/96067">WeCom, list of
 * userids</a>
 */
public final class IdCalls {

	/** The most that WeCom gives at once. */
	public static final int LIMIT = 10_000;

	/** So many pages without a row, one behind the other, lead nowhere. */
	private static final int EMPTY = 10;

	private final WeComClient client;

	private final int limit;

	/**
	 * Calls a client.
	 * @param limit how many rows are asked for at once
	 */
	public IdCalls(WeComClient client, int limit) {
		this.client = client;
		this.limit = limit;
	}

	/**
	 * All members.
	 * @throws DirectoryException when the list does not come to its end
	 */
	public IdLists read() {
		IdRows rows = new IdRows();
		each((row) -> rows.add(row.userid(), DepartmentIdTree.id(row.department())));
		return rows.joined();
	}

	/** Shows all rows of the list; likewise. */
	public void each(Consumer<MemberIds.Row> visitor) {
		Set<String> cursors = new HashSet<>();
		List<MemberIds.Row> before = List.of();
		long seen = 0;
		int empty = 0;
		String cursor = null;
		do {
			MemberIds page = this.client.memberIds(cursor, this.limit);
			List<MemberIds.Row> found = Objects.requireNonNullElse(page.rows(), List.of());
			cursor = ended(page.nextCursor()) ? null : page.nextCursor();
			empty = found.isEmpty() ? empty + 1 : 0;
			boolean repeats = cursor != null && !found.isEmpty() && found.equals(before);
			if (repeats || empty > EMPTY || (cursor != null && !cursors.add(cursor))) {
				throw new DirectoryException(Message.of("wecom.read.cursor-stuck", seen), true, null);
			}
			for (MemberIds.Row row : found) {
				seen++;
				visitor.accept(named(row, seen));
			}
			before = found;
		}
		while (cursor != null);
	}

	/** Others than the contact-sync assistant are told open_userid, or nothing. */
	private static MemberIds.Row named(MemberIds.Row row, long number) {
		if (row.userid() == null || row.userid().isEmpty()) {
			throw new DirectoryException(Message.of("wecom.read.no-userid", number));
		}
		return row;
	}

	private static boolean ended(@Nullable String cursor) {
		return cursor == null || cursor.isEmpty();
	}

}
