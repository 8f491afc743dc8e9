package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.PlanRehearsal.Rules;

/**
 * Two directories and a job between them. Prints as a text that reads like those under
 * {@code src/test/resources/plans}.
 *
 * @param ours what the source is made of
 * @param kind how tidy it is
 * @param theirs what the target is made of
 * @param capabilities what the target can do
 * @param rules the job
 */
public record RandomScenario(RandomCompany ours, RandomCompany.Kind kind, RandomCompany theirs,
		Capabilities capabilities, Rules rules) {

	/** A source that nothing changes. */
	public MemoryDirectory source() {
		return this.ours.directory(this.kind, RandomCompany.WITH_CUSTOM, this.capabilities);
	}

	/** A target as it is before anything is carried out. */
	public MemoryDirectory target() {
		return this.theirs.directory(RandomCompany.Kind.TARGET, RandomCompany.SCHEMA, this.capabilities);
	}

	/** A plan of the job for a target. */
	public PlanRehearsal plan(MemoryDirectory target) {
		return PlanRehearsal.of(source(), target, this.rules);
	}

	RandomScenario with(Rules other) {
		return new RandomScenario(this.ours, this.kind, this.theirs, this.capabilities, other);
	}

	public RandomScenario with(Operations operations) {
		return with(new Rules(this.rules.members(), this.rules.departments(), operations, this.rules.update(),
				this.rules.ignore(), this.rules.whole()));
	}

	RandomScenario with(UpdateMode update) {
		return with(new Rules(this.rules.members(), this.rules.departments(), this.rules.operations(), update,
				this.rules.ignore(), this.rules.whole()));
	}

	RandomScenario whole(boolean whole) {
		return with(new Rules(this.rules.members(), this.rules.departments(), this.rules.operations(),
				this.rules.update(), this.rules.ignore(), whole));
	}

	/** The job that has nothing to do once this one's plan is carried out. */
	public RandomScenario again() {
		return (this.rules.update() == UpdateMode.OVERWRITE) ? with(UpdateMode.CHANGED) : this;
	}

	/**
	 * Whether a plan that has been carried out can be told from one that has not. Who has
	 * no key is nobody's counterpart, and therefore new each time; a conflict may be
	 * settled by what is done to others; a department may be told by its members once
	 * they have moved; and where somebody is given an account that another row of the
	 * source has or gives up, the source says the same before and after.
	 */
	public boolean settles() {
		return this.rules.departments().contains(DepartmentKey.PATH) && this.rules.members().contains(MemberKey.USERID)
				&& plan(target()).remarks().isEmpty() && (bringsDepartmentsInLine() || !areDepartmentsOpen())
				&& isEachAccountOneRows();
	}

	private boolean bringsDepartmentsInLine() {
		Operations operations = this.rules.operations();
		return operations.create() && operations.update() && this.rules.update() != UpdateMode.NEVER && this.rules
			.ignore()
			.rules()
			.stream()
			.noneMatch((rule) -> rule.entries().selectsAll()
					&& (rule.fields().isEmpty() || rule.fields().contains("name") || rule.fields().contains("parent")));
	}

	private boolean areDepartmentsOpen() {
		return new DepartmentMatching(new DepartmentTree(source().departments()),
				new DepartmentTree(target().departments()), this.rules.departments())
			.isOpen();
	}

	private boolean isEachAccountOneRows() {
		Set<String> accounts = new HashSet<>();
		boolean each = true;
		for (Member member : source().members()) {
			each &= accounts.add(Userid.key(member.userid()));
		}
		return each && source().members()
			.stream()
			.noneMatch(
					(member) -> member.formerUserid() != null && accounts.contains(Userid.key(member.formerUserid())));
	}

	@Override
	public String toString() {
		List<String> lines = new ArrayList<>(Arrays.asList("", "== job",
				"match " + this.rules.members() + " departments " + this.rules.departments()));
		lines.add(
				this.rules.operations() + " " + this.rules.update() + (this.rules.whole() ? "" : " source incomplete"));
		this.rules.ignore().rules().forEach((rule) -> lines.add(rule.toString()));
		lines.add(this.capabilities.toString());
		lines.add("== source");
		lines.addAll(RandomCompany.lines(source()));
		lines.add("== target");
		lines.addAll(RandomCompany.lines(target()));
		lines.add("== plan");
		lines.addAll(PlanText.lines(plan(target())));
		return String.join("\n    ", lines);
	}

}
