package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.client.Credential;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.ids.IdCalls;
import dev.rollcall.connector.wecom.ids.IdLists;
import dev.rollcall.directory.Userid;

/**
 * Looks at what WeCom holds now, as far as the credentials may see it. The list of
 * userids is what the contact secret always may see; whatever an app's secret may see is
 * asked for beside it.
 */
final class Lookup {

	private final WeComClient client;

	private final SideBySide together;

	Lookup(WeComClient client, SideBySide together) {
		this.client = client;
		this.together = together;
	}

	/**
	 * All departments, by id. Their names are known as far as an app may see them.
	 */
	Map<Long, Departments.Item> departments() {
		Map<Long, Departments.Item> all = new HashMap<>();
		for (DepartmentIds.Item item : ids()) {
			all.put(item.id(), new Departments.Item(item.id(), null, null, null, item.parentid(), item.order()));
		}
		if (this.client.hasApp()) {
			this.client.departments(Credential.APP).forEach((item) -> all.replace(item.id(), item));
		}
		return all;
	}

	/** All departments, without their names. */
	List<DepartmentIds.Item> ids() {
		return this.client.departmentIds(Credential.CONTACT);
	}

	/**
	 * Which members are there.
	 * @param keys userids in small letters
	 */
	Set<String> present(Collection<String> keys) {
		return new HashSet<>(rows(keys).keySet());
	}

	/**
	 * The rows that the list of userids has of some members: it is read from front to
	 * end, however few they are.
	 */
	Map<String, List<MemberIds.Row>> rows(Collection<String> keys) {
		Set<String> wanted = Set.copyOf(keys);
		Map<String, List<MemberIds.Row>> found = new HashMap<>();
		new IdCalls(this.client, IdCalls.LIMIT).each((row) -> {
			String key = Userid.key(row.userid());
			if (wanted.contains(key)) {
				found.computeIfAbsent(key, (any) -> new ArrayList<>()).add(row);
			}
		});
		return found;
	}

	/** All members, as the list of userids has them now. */
	IdLists all() {
		return new IdCalls(this.client, IdCalls.LIMIT).read();
	}

	/** What an app may see of members; those whom it does not see are left out. */
	Map<String, MemberDetail> details(Collection<String> keys) {
		Map<String, MemberDetail> found = new ConcurrentHashMap<>();
		if (this.client.hasApp()) {
			this.together.each(Set.copyOf(keys), (key) -> {
				try {
					found.put(key, this.client.member(Credential.APP, key));
				}
				catch (Refusal refusal) {
					// Not there, or not within its sight: the list of userids tells.
					Refusals.throwIfAboutTheCaller(refusal);
				}
			});
		}
		return found;
	}

}
