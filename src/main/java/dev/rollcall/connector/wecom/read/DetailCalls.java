package dev.rollcall.connector.wecom.read;

import java.util.List;
import java.util.Set;

import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.client.Credential;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import org.jspecify.annotations.Nullable;

/**
 * The calls that show more than ids: with the app's secret where there is one, else with
 * that of the contact-sync assistant, which WeCom lets do this from old IP addresses
 * only.
 */
final class DetailCalls {

	/**
	 * Refusals that concern one department: it is gone, out of range, or too large for an
	 * answer. All others concern the credential, and so every department.
	 */
	private static final Set<Integer> OF_ONE = Set.of(45029, 60003, 60011, 60021, 60123);

	private final WeComClient client;

	private final Detail detail;

	private final Credential credential;

	DetailCalls(WeComClient client, Detail detail) {
		this.client = client;
		this.detail = detail;
		this.credential = client.hasApp() ? Credential.APP : Credential.CONTACT;
	}

	Detail detail() {
		return this.detail;
	}

	List<Departments.Item> departments() {
		return this.client.departments(this.credential);
	}

	/** The members of a department. */
	List<MemberDetail> members(int department) {
		return switch (this.detail) {
			case IDS -> List.of();
			case NAMES -> this.client.memberNames(this.credential, department);
			case FULL -> this.client.members(this.credential, department);
		};
	}

	/** The same, null when that department is refused. */
	@Nullable List<MemberDetail> peek(int department) {
		try {
			return members(department);
		}
		catch (Refusal ex) {
			if (isOfOneDepartment(ex)) {
				return null;
			}
			throw ex;
		}
	}

	/** Whether other departments may be shown nevertheless. */
	static boolean isOfOneDepartment(Refusal refusal) {
		return OF_ONE.contains(refusal.code());
	}

}
