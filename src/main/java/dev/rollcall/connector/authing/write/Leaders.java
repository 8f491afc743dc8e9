package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.DepartmentWrite;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.write.Results.Placed;
import dev.rollcall.connector.remote.Repeated;
import dev.rollcall.connector.remote.SideBySide;
import org.jspecify.annotations.Nullable;

/**
 * Who leads a department stands in Authing twice, with the department and with the
 * membership, and its pages do not say whether one follows the other. The membership is
 * written first; a department that then does not say the same is told so.
 */
final class Leaders {

	/** From so many departments on all of them are read with one call. */
	private static final int WORTH_ALL = 10;

	private final AuthingClient client;

	private final SideBySide together;

	private final CurrentTree tree;

	private final Results results;

	Leaders(AuthingClient client, SideBySide together, CurrentTree tree, Results results) {
		this.client = client;
		this.together = together;
		this.tree = tree;
		this.results = results;
	}

	/** That somebody leads a department, or does not. */
	private record Lead(Placed user, boolean leads) {

	}

	/** Sees to it for members that are in their departments. */
	void carryOut(List<Placed> users) {
		Map<String, List<Lead>> wanted = new LinkedHashMap<>();
		for (Placed user : users) {
			user.places().list().forEach((place) -> {
				if (place.leads() != null) {
					add(wanted, place.department(), user, place.leads());
				}
			});
			user.places().ledNoMore().forEach((department) -> add(wanted, department, user, false));
		}
		if (!wanted.isEmpty()) {
			Map<String, DepartmentDetail> now = now(List.copyOf(wanted.keySet()));
			this.together.each(wanted.entrySet(),
					(each) -> see(each.getKey(), each.getValue(), now.get(each.getKey())));
		}
	}

	private static void add(Map<String, List<Lead>> wanted, String department, Placed user, boolean leads) {
		wanted.computeIfAbsent(department, (any) -> new ArrayList<>()).add(new Lead(user, leads));
	}

	private Map<String, DepartmentDetail> now(List<String> ids) {
		Map<String, DepartmentDetail> now = new HashMap<>();
		((ids.size() < WORTH_ALL) ? one(ids) : this.tree.departments()).stream()
			.filter((department) -> department.departmentId() != null)
			.forEach((department) -> now.put(Objects.requireNonNull(department.departmentId()), department));
		return now;
	}

	private List<DepartmentDetail> one(List<String> ids) {
		List<DepartmentDetail> read = new ArrayList<>();
		for (String id : ids) {
			try {
				read.add(this.client.department(id));
			}
			catch (Refusal refusal) {
				// Gone meanwhile: nobody leads it.
				Refusals.throwIfAboutTheCaller(refusal);
			}
		}
		return read;
	}

	/** Where Authing does not show who leads, nothing is written over it. */
	private void see(String department, List<Lead> wanted, @Nullable DepartmentDetail now) {
		if (now == null || now.leaderUserIds() == null) {
			return;
		}
		List<String> leaders = new ArrayList<>(now.leaderUserIds());
		for (Lead lead : wanted) {
			leaders.remove(lead.user().userId());
			if (lead.leads()) {
				leaders.add(lead.user().userId());
			}
		}
		if (List.copyOf(leaders).containsAll(now.leaderUserIds()) && leaders.size() == now.leaderUserIds().size()) {
			return;
		}
		try {
			Repeated.once(() -> this.client.updateDepartment(
					new DepartmentWrite(this.client.access().organization(), department, null, null, leaders, null)));
		}
		catch (Refusal refusal) {
			Outcome outcome = Refusals.of(refusal);
			wanted.forEach((lead) -> this.results.set(lead.user().index(), outcome));
		}
	}

}
