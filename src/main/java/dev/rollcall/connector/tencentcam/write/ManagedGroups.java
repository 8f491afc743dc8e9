package dev.rollcall.connector.tencentcam.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.connector.tencentcam.api.GroupMembers;
import dev.rollcall.connector.tencentcam.api.GroupMembers.GroupMember;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * The groups that the job manages: sub-users are put into them and taken out of them, and
 * never touched in any other.
 */
final class ManagedGroups {

	private final CamClient client;

	private final Lookup lookup;

	private final Set<String> managed;

	private volatile Map<String, Long> ids = Map.of();

	ManagedGroups(CamClient client, Lookup lookup, Collection<String> managed) {
		this.client = client;
		this.lookup = lookup;
		this.managed = Set.copyOf(managed);
	}

	/** Looks the groups of changes up, unless all are known; for one thread at a time. */
	void learn(List<Change> changes) {
		Set<String> named = changes.stream()
			.map(GroupDifference::of)
			.flatMap((groups) -> Stream.concat(groups.added().stream(), groups.removed().stream()))
			.collect(Collectors.toSet());
		if (!this.ids.keySet().containsAll(named)) {
			this.ids = Map.copyOf(this.lookup.groups());
		}
	}

	/** Why nothing is sent for a change; null when something may be. */
	@Nullable Message objection(GroupDifference groups) {
		SortedSet<String> strange = new TreeSet<>(groups.added());
		strange.addAll(groups.removed());
		strange.removeAll(this.managed);
		if (!strange.isEmpty()) {
			return Message.of("tencentcam.group-not-managed", String.join(", ", strange));
		}
		SortedSet<String> missing = new TreeSet<>(groups.added());
		missing.removeAll(this.ids.keySet());
		return missing.isEmpty() ? null : Message.of("tencentcam.group-missing", String.join(", ", missing));
	}

	/**
	 * Puts a sub-user into groups, then takes it out of others, so that at no time it may
	 * do less than before and after. A group that is gone has nobody in it.
	 * @return why not all of it was done; null when it was
	 */
	@Nullable Message carryOut(SubAccount user, GroupDifference groups) {
		Message refused = each(user, groups.added(), this.client::addToGroups, "tencentcam.not-grouped");
		if (refused != null) {
			return refused;
		}
		List<String> left = groups.removed().stream().filter(this.ids::containsKey).toList();
		return each(user, left, this.client::removeFromGroups, "tencentcam.not-ungrouped");
	}

	/** All with one call; one by one if that is refused, to learn which it is about. */
	private @Nullable Message each(SubAccount user, Collection<String> groups, Consumer<GroupMembers> call,
			String otherwise) {
		if (groups.isEmpty()) {
			return null;
		}
		try {
			Refusals.surely(() -> call.accept(members(user, groups)));
			return null;
		}
		catch (Refusal refusal) {
			Refusals.throwIfAboutTheCaller(refusal);
			if (groups.size() == 1) {
				return why(user, groups.iterator().next(), refusal, otherwise);
			}
			List<Message> refused = new ArrayList<>();
			for (String group : groups) {
				Message why = each(user, List.of(group), call, otherwise);
				if (why != null) {
					refused.add(why);
				}
			}
			return refused.isEmpty() ? null : refused.get(0);
		}
	}

	private GroupMembers members(SubAccount user, Collection<String> groups) {
		return new GroupMembers(groups.stream().map((group) -> {
			long id = Objects.requireNonNull(this.ids.get(group));
			return new GroupMember(id, user.uid(), (user.uid() != null) ? null : user.uin());
		}).toList());
	}

	private Message why(SubAccount user, String group, Refusal refusal, String otherwise) {
		return switch (refusal.code()) {
			case Refusals.GROUP_FULL -> {
				Long held = this.client.groupUsers(Objects.requireNonNull(this.ids.get(group)), 1, 1).totalNum();
				yield Message.of("tencentcam.group-full", group, String.valueOf(held), refusal.code(), refusal.words());
			}
			case Refusals.USER_GROUPS_FULL -> {
				int held = this.lookup.groupsOf(Objects.requireNonNull(user.uin())).size();
				yield Message.of("tencentcam.user-groups-full", group, held, refusal.code(), refusal.words());
			}
			default -> Message.of(otherwise, group, refusal.code(), refusal.words());
		};
	}

}
