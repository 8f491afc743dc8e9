package dev.rollcall.connector.wecom.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Finds out call by call what the two credentials may do, without changing anything, and
 * tells an operator what a job will therefore see and not see. For {@code check}.
 */
public final class Powers {

	private static final long TOP = 1;

	private final WeComClient client;

	private final List<CheckResult> results = new ArrayList<>();

	public Powers(WeComClient client) {
		this.client = client;
	}

	/**
	 * What may be read.
	 * @param names whether the job wants more than ids
	 * @throws dev.rollcall.connector.DirectoryException when WeCom cannot be reached
	 */
	public List<CheckResult> reading(boolean names) {
		this.results.clear();
		Sample sample = ids();
		Allowed contact = sample.open() ? details(Credential.CONTACT, sample) : Allowed.NOTHING;
		Allowed app = this.client.hasApp() ? details(Credential.APP, sample) : Allowed.NOTHING;
		if (app.names() || contact.names()) {
			add(true, "wecom.power.names", word(app.names() ? Credential.APP : Credential.CONTACT));
			personal((app.details() || !contact.details()) ? app : contact);
		}
		else {
			add(!names, "wecom.power.no-names");
		}
		return List.copyOf(this.results);
	}

	/** Whether members may be written: tries to update one that does not exist. */
	public List<CheckResult> writing() {
		this.results.clear();
		String nobody = nobody();
		MemberWrite nothing = new MemberWrite(nobody, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null);
		Probes probes = new Probes(Credential.CONTACT, this.results);
		probes.probe(CallKind.USER_UPDATE, () -> this.client.updateMember(nothing));
		if (probes.may(CallKind.USER_UPDATE)) {
			add(true, "wecom.power.write");
		}
		probes.tellRefused(false);
		return List.copyOf(this.results);
	}

	/**
	 * What both credentials are tried on: whether WeCom is open to the first one at all,
	 * how many departments there are, and one with members.
	 */
	private record Sample(boolean open, int departments, long department) {

	}

	/** What one credential may see. */
	private record Allowed(boolean names, boolean details, List<MemberDetail> seen) {

		static final Allowed NOTHING = new Allowed(false, false, List.of());

	}

	private Sample ids() {
		List<Long> departments = new ArrayList<>();
		List<Long> withMembers = new ArrayList<>(List.of(TOP));
		Probes probes = new Probes(Credential.CONTACT, this.results);
		probes.probe(CallKind.DEPARTMENT_SIMPLELIST,
				() -> this.client.departmentIds(Credential.CONTACT).forEach((item) -> departments.add(item.id())));
		probes.probe(CallKind.USER_LIST_ID, () -> rows(this.client.memberIds(null, 1), withMembers::add));
		if (probes.may(CallKind.DEPARTMENT_SIMPLELIST) && probes.may(CallKind.USER_LIST_ID)) {
			add(true, "wecom.power.ids", departments.size());
		}
		probes.tellRefused(false);
		boolean open = probes.may(CallKind.DEPARTMENT_SIMPLELIST) || probes.may(CallKind.USER_LIST_ID);
		return new Sample(open, departments.size(), withMembers.get(withMembers.size() - 1));
	}

	private static void rows(MemberIds page, Consumer<Long> departments) {
		if (page.rows() != null) {
			page.rows().forEach((row) -> departments.accept(row.department()));
		}
	}

	private Allowed details(Credential credential, Sample sample) {
		List<Long> departments = new ArrayList<>();
		List<MemberDetail> seen = new ArrayList<>();
		Probes probes = new Probes(credential, this.results);
		probes.probe(CallKind.DEPARTMENT_LIST,
				() -> this.client.departments(credential).forEach((item) -> departments.add(item.id())));
		probes.probe(CallKind.USER_SIMPLELIST, () -> this.client.memberNames(credential, sample.department()));
		probes.probe(CallKind.USER_LIST, () -> seen.addAll(this.client.members(credential, sample.department())));
		probes.probe(CallKind.USER_GET, () -> this.client.member(credential, nobody()));
		probes.tellAllowed();
		probes.tellRefused(credential == Credential.CONTACT);
		boolean part = probes.may(CallKind.DEPARTMENT_LIST) && departments.size() < sample.departments();
		if (part) {
			add(false, "wecom.power.part", word(credential), departments.size(), sample.departments());
		}
		return new Allowed(probes.may(CallKind.DEPARTMENT_LIST) && probes.may(CallKind.USER_SIMPLELIST),
				probes.may(CallKind.USER_LIST), seen);
	}

	/** Told from members themselves: WeCom does not say it in any other way. */
	private void personal(Allowed allowed) {
		if (allowed.seen().isEmpty()) {
			add(true, "wecom.power.detail-unknown");
			return;
		}
		boolean shown = allowed.seen()
			.stream()
			.anyMatch((member) -> isShown(member.mobile()) || isShown(member.email()) || isShown(member.bizMail()));
		add(true, shown ? "wecom.power.detail-full" : "wecom.power.detail-hidden", CallKind.USER_LIST.path());
	}

	private static boolean isShown(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	private void add(boolean good, String sentence, Object... values) {
		this.results.add(new CheckResult(good, Message.of(sentence, values)));
	}

	/** As the key in a job file. */
	static String word(Credential credential) {
		return credential.name().toLowerCase(Locale.ROOT) + "-secret";
	}

	/** A userid that no company has. */
	private static String nobody() {
		return "rollcall-check-" + UUID.randomUUID();
	}

}
