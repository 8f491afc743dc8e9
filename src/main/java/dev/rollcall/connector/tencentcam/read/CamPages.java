package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.remote.ReadAhead;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.connector.tencentcam.fields.SubUserKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads all sub-users, by their numbers, as many in a page as CAM tells the kinds of in
 * one call. What CAM lists it lists at once, before the first page; kinds are asked for
 * as pages come.
 */
final class CamPages implements PageReader {

	private static final int SIZE = 50;

	private final CamClient client;

	private final SubUserFields fields;

	private final List<String> managed;

	private final boolean resumed;

	private Mark mark;

	private @Nullable Session session;

	/**
	 * What is read from.
	 *
	 * @param roster who there is
	 * @param groups who is in which group
	 * @param coming whom the pages hold that come
	 * @param kinds what kinds of sub-users they are
	 */
	private record Session(Roster roster, GroupList groups, Deque<List<Long>> coming,
			ReadAhead<List<Long>, Map<Long, SubUserKind>> kinds) {
	}

	/**
	 * Pages behind a cursor.
	 * @param managed the groups that are seen
	 */
	CamPages(CamClient client, List<String> managed, @Nullable String cursor) {
		this.client = client;
		this.fields = new SubUserFields(managed);
		this.managed = managed;
		this.resumed = cursor != null;
		this.mark = Mark.parse(cursor);
	}

	@Override
	public @Nullable Page next() {
		List<Message> gaps = new ArrayList<>();
		Session now = this.session;
		if (now == null) {
			now = open(gaps);
			this.session = now;
		}
		List<Long> uins = now.coming().poll();
		if (uins == null) {
			return gaps.isEmpty() ? null : page(List.of(), gaps);
		}
		Map<Long, SubUserKind> kinds = now.kinds().take(uins);
		List<Member> members = new ArrayList<>();
		int unknown = 0;
		for (long uin : uins) {
			SubUserKind kind = now.roster().isOfWeCom(uin) ? SubUserKind.WECOM : kinds.get(uin);
			unknown += (kind == null) ? 1 : 0;
			members.add(this.fields.member(Objects.requireNonNull(now.roster().users().get(uin)), kind,
					now.groups().of(uin)));
		}
		if (unknown > 0) {
			gaps.add(Message.of("tencentcam.gap.kinds", unknown));
		}
		this.mark = this.mark.after(uins);
		return page(members, gaps);
	}

	private Page page(List<Member> members, List<Message> gaps) {
		return new Page(List.of(), members, List.of(), gaps, this.mark.toString());
	}

	private Session open(List<Message> gaps) {
		Roster roster = new Roster(this.client);
		GroupList groups = new GroupList(this.client, this.managed).withUsers();
		Mark there = Mark.START.after(roster.users().headMap(this.mark.uin(), true).keySet());
		if (this.resumed && (there.before() != this.mark.before() || there.digest() != this.mark.digest())) {
			gaps.add(Message.of("tencentcam.gap.two-parts"));
			this.mark = new Mark(this.mark.uin(), there.before(), there.digest());
		}
		gaps.addAll(roster.gaps());
		gaps.addAll(groups.gaps());
		List<List<Long>> coming = chunks(roster.users().tailMap(this.mark.uin(), false).keySet());
		return new Session(roster, groups, new ArrayDeque<>(coming),
				new ReadAhead<>(coming, (uins) -> true, this::kinds, this.client.access().atOnce()));
	}

	private static List<List<Long>> chunks(Collection<Long> uins) {
		List<Long> all = List.copyOf(uins);
		List<List<Long>> chunks = new ArrayList<>();
		for (int from = 0; from < all.size(); from += SIZE) {
			chunks.add(all.subList(from, Math.min(all.size(), from + SIZE)));
		}
		return chunks;
	}

	private Map<Long, SubUserKind> kinds(List<Long> uins) {
		Map<Long, SubUserKind> kinds = new HashMap<>();
		for (SubAccount account : this.client.kinds(uins)) {
			SubUserKind kind = SubUserKind.of(account.userType());
			if (account.uin() != null && kind != null) {
				kinds.put(account.uin(), kind);
			}
		}
		return kinds;
	}

	@Override
	public long expected() {
		return (this.session != null) ? this.session.roster().users().size() : -1;
	}

	@Override
	public void close() {
		if (this.session != null) {
			this.session.kinds().close();
		}
	}

}
