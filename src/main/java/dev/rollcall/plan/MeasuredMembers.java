package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Member;

/** Lets the measure of a plan look at each member of the target before it is planned. */
record MeasuredMembers(PlanMeasure measure, Found found) implements Found {

	@Override
	public void by(MemberKey key) {
		this.found.by(key);
	}

	@Override
	public void pair(Member desired, Member existing) {
		this.measure.planning(existing);
		this.found.pair(desired, existing);
	}

	@Override
	public void linked(Member desired, Member existing, MemberLink link) {
		this.measure.planning(existing);
		this.found.linked(desired, existing, link);
	}

	@Override
	public void onlyInSource(Member desired) {
		this.found.onlyInSource(desired);
	}

	@Override
	public void notMeant(Member desired) {
		this.found.notMeant(desired);
	}

	@Override
	public void onlyInTarget(Member existing) {
		this.measure.planning(existing);
		this.found.onlyInTarget(existing);
	}

	@Override
	public void repeated(Member desired) {
		this.found.repeated(desired);
	}

	@Override
	public void conflict(String key, List<Member> desired, List<Member> existing) {
		existing.forEach(this.measure::existing);
		this.found.conflict(key, desired, existing);
	}

}
