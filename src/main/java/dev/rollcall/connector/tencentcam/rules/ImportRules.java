package dev.rollcall.connector.tencentcam.rules;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.connector.tencentcam.rules.Belonging.Meant;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Makes of members of a source what their sub-users are to be. */
public final class ImportRules implements Adaptation {

	private final ImportTerms terms;

	private final Admissions admissions;

	private final Belonging belonging;

	private final Set<String> managed;

	/**
	 * The rules of a job for one source.
	 * @throws dev.rollcall.connector.SettingsException when the job names a department
	 * that the source does not have, or that could be several
	 */
	public ImportRules(ImportTerms terms, DepartmentTree departments, Admissions admissions) {
		this.terms = terms;
		this.admissions = admissions;
		this.belonging = new Belonging(terms, departments);
		this.managed = new HashSet<>(terms.managedGroups());
	}

	/**
	 * Whoever has been admitted is meant wherever it is. Groups are unknown, and so left
	 * as they are, where it is not known in which departments somebody is.
	 */
	@Override
	public @Nullable Member adapt(Member member) {
		Set<String> admitted = admitted(member);
		Meant meant = (admitted != null) ? Meant.YES : this.belonging.isMeant(member);
		return switch (meant) {
			case NO -> null;
			case UNKNOWN -> unknown(member);
			case YES -> member.isUnknown() ? member : named(member, admitted);
		};
	}

	@Override
	public @Nullable Message objection(Member desired) {
		String userid = desired.userid();
		if (userid == null) {
			return Message.of("tencentcam.name.no-userid", Objects.requireNonNullElse(desired.name(), desired.ref()));
		}
		Message fault = LegalName.fault(userid, name(userid), this.terms.overrides().file());
		return (fault != null) ? fault : unmanaged(userid);
	}

	@Override
	public boolean isAdmitted(Member desired) {
		return admitted(desired) != null;
	}

	@Override
	public boolean isDecided(Member desired) {
		return desired.userid() != null && this.terms.overrides().name(desired.userid()) != null;
	}

	private @Nullable Set<String> admitted(Member member) {
		return (member.userid() != null) ? this.admissions.groups(member.userid()) : null;
	}

	private Member named(Member member, @Nullable Set<String> admitted) {
		Fields fields = member.fields();
		String userid = member.userid();
		if (userid != null) {
			fields = fields.with(FieldNames.USERNAME, name(userid));
		}
		Set<String> groups = this.belonging.groups(member);
		if (groups != null) {
			Set<String> all = new TreeSet<>(groups);
			all.addAll((admitted != null) ? admitted : Set.of());
			all.retainAll(this.managed);
			fields = fields.with(SubUserFields.GROUPS, SubUserFields.text(all));
		}
		return with(member, fields);
	}

	private String name(String userid) {
		String decided = this.terms.overrides().name(userid);
		return (decided != null) ? decided : this.terms.names().name(userid);
	}

	/** A group that was approved but that the job does not manage cannot be given. */
	private @Nullable Message unmanaged(String userid) {
		Set<String> admitted = this.admissions.groups(userid);
		Set<String> others = new TreeSet<>((admitted != null) ? admitted : Set.of());
		others.removeAll(this.managed);
		return others.isEmpty() ? null : Message.of("tencentcam.groups.unmanaged", userid, String.join(", ", others));
	}

	private static Member unknown(Member member) {
		return new Member(member.ref(), member.userid(), member.formerUserid(),
				Fields.unknown(member.fields().schema()), null, member.origin());
	}

	private static Member with(Member member, Fields fields) {
		return new Member(member.ref(), member.userid(), member.formerUserid(), fields, member.placements(),
				member.origin());
	}

}
