package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.tencentcam.api.AppId;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;

/** Tells an operator beforehand what a run will see, and what it lacks. */
final class Inspection {

	private final CamClient client;

	private final List<String> managed;

	private final List<CheckResult> results = new ArrayList<>();

	Inspection(CamClient client, List<String> managed) {
		this.client = client;
		this.managed = managed;
	}

	List<CheckResult> results() {
		attempt(this::inspectOwner);
		attempt(this::inspectUsers);
		attempt(this::inspectGroups);
		attempt(this::inspectPowers);
		return this.results.stream().distinct().toList();
	}

	/** One thing that cannot be found out keeps no other from being found out. */
	private void attempt(Runnable inspection) {
		try {
			inspection.run();
		}
		catch (DirectoryException ex) {
			this.results.add(new CheckResult(false, ex.text()));
		}
	}

	/** Without its owner an account would seem another one as soon as its key changes. */
	private void inspectOwner() {
		try {
			AppId app = this.client.appId();
			tell(app.ownerUin() != null, "tencentcam.check.owner", String.valueOf(app.ownerUin()),
					String.valueOf(app.uin()));
		}
		catch (Refusal ex) {
			if (!Power.isMissing(ex)) {
				throw ex;
			}
			tell(false, "tencentcam.check.owner-unknown", ex.code());
		}
	}

	private void inspectUsers() {
		Roster roster = new Roster(this.client);
		if (!roster.users().isEmpty()) {
			this.client.kinds(List.of(roster.users().firstKey()));
		}
		tell(true, "tencentcam.check.users", roster.users().size(), roster.weComUsers());
		roster.gaps().forEach((gap) -> this.results.add(new CheckResult(false, gap)));
	}

	private void inspectGroups() {
		GroupList groups = new GroupList(this.client, this.managed).withUsers();
		if (!this.managed.isEmpty()) {
			List<String> missing = groups.missing();
			tell(missing.isEmpty(), missing.isEmpty() ? "tencentcam.check.groups" : "tencentcam.check.groups-missing",
					this.managed.size(), String.join(", ", missing));
		}
		groups.gaps().forEach((gap) -> this.results.add(new CheckResult(false, gap)));
	}

	private void inspectPowers() {
		List<Power> wanted = Stream.of(Power.values())
			.filter((power) -> !power.isOfGroups() || !this.managed.isEmpty())
			.toList();
		List<String> missing = wanted.stream()
			.filter((power) -> !power.isThere(this.client))
			.map(Power::toString)
			.toList();
		tell(missing.isEmpty(), missing.isEmpty() ? "tencentcam.check.powers" : "tencentcam.check.powers-missing",
				String.join(", ", wanted.stream().map(Power::toString).toList()), String.join(", ", missing));
	}

	private void tell(boolean good, String code, Object... arguments) {
		this.results.add(new CheckResult(good, Message.of(code, arguments)));
	}

}
