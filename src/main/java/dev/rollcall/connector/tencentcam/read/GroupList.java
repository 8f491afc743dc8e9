package dev.rollcall.connector.tencentcam.read;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.tencentcam.api.GroupUsers;
import dev.rollcall.connector.tencentcam.api.Groups;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;

/** Those groups of an account that a job manages, and who is in them. */
final class GroupList {

	private static final String GONE = "ResourceNotFound.GroupNotExist";

	private final CamClient client;

	private final List<String> managed;

	private final Map<String, Long> ids = new TreeMap<>();

	private final Map<Long, Set<String>> groups = new ConcurrentHashMap<>();

	private final ConcurrentLinkedQueue<Message> gaps = new ConcurrentLinkedQueue<>();

	/** Finds the groups. */
	GroupList(CamClient client, List<String> managed) {
		this.client = client;
		this.managed = managed;
		if (!managed.isEmpty()) {
			find();
		}
	}

	/** Those that are not there, sorted. */
	List<String> missing() {
		return this.managed.stream().filter((name) -> !this.ids.containsKey(name)).sorted().toList();
	}

	/** Finds out who is in them, several at once. */
	GroupList withUsers() {
		if (!this.ids.isEmpty()) {
			try (SideBySide together = new SideBySide("tencentcam-groups", this.client.access().atOnce())) {
				together.each(this.ids.entrySet(), (group) -> readUsers(group.getKey(), group.getValue()));
			}
		}
		return this;
	}

	/** The names of those that a sub-user is in, sorted. */
	Set<String> of(long uin) {
		return new TreeSet<>(this.groups.getOrDefault(uin, Set.of()));
	}

	/** Why somebody may be in more of them, or in fewer; sorted. */
	List<Message> gaps() {
		return this.gaps.stream().sorted(Comparator.comparing(Message::toString)).toList();
	}

	private void find() {
		Set<String> wanted = new HashSet<>(this.managed);
		Listing.Read<Groups.Group> read = new Listing<Groups.Group>((number, offset, size) -> {
			Groups page = this.client.groups(number, size);
			return Listing.Part.of(page.totalNum(), page.groupInfo());
		}, Groups.Group::groupId).read();
		for (Groups.Group group : read.entries()) {
			if (group.groupId() != null && group.groupName() != null && wanted.contains(group.groupName())) {
				this.ids.put(group.groupName(), group.groupId());
			}
		}
		if (!read.whole() && !missing().isEmpty()) {
			this.gaps.add(Message.of("tencentcam.gap.groups", read.entries().size(), read.total()));
		}
	}

	/** Nobody is in a group that is gone by now. */
	private void readUsers(String name, long id) {
		try {
			Listing.Read<User> read = new Listing<User>((number, offset, size) -> {
				GroupUsers page = this.client.groupUsers(id, number, size);
				return Listing.Part.of(page.totalNum(), page.userInfo());
			}, User::uin).read();
			read.entries().forEach((user) -> put(user, name));
			if (!read.whole() || read.unusable() > 0) {
				this.gaps.add(Message.of("tencentcam.gap.group-users", name, read.entries().size(), read.total()));
			}
		}
		catch (Refusal ex) {
			if (!ex.code().equals(GONE)) {
				throw ex;
			}
		}
	}

	private void put(User user, String group) {
		if (user.uin() != null) {
			this.groups.computeIfAbsent(user.uin(), (uin) -> ConcurrentHashMap.newKeySet()).add(group);
		}
	}

}
