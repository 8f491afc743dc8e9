package dev.rollcall.plan;

import java.util.HashSet;
import java.util.Set;

import dev.rollcall.directory.Member;

/**
 * Where members are when a plan is done: what has to be known of them before anything can
 * be decided about departments.
 */
public final class Whereabouts {

	private final boolean watchesStaying;

	private final boolean watchesNeeded;

	private final Set<String> staying = new HashSet<>();

	private final Set<String> waiting = new HashSet<>();

	private final Set<String> spared = new HashSet<>();

	private final Set<String> needed = new HashSet<>();

	/** Watches as much as has to be known for what is to be decided. */
	Whereabouts(Policy policy) {
		this.watchesStaying = policy.operations().deleteDepartments();
		this.watchesNeeded = !policy.scope().isEverything();
	}

	/** Refs of the target's departments in which somebody is who stays. */
	public Set<String> staying() {
		return this.staying;
	}

	/** Refs of the target's departments in which a disabled leaver is. */
	public Set<String> waiting() {
		return this.waiting;
	}

	/** Refs of the target's departments in which somebody is whom the target keeps. */
	public Set<String> spared() {
		return this.spared;
	}

	/** Refs of the source's departments in which somebody is put, and that are new. */
	public Set<String> needed() {
		return this.needed;
	}

	/** Somebody of the target stays in all departments. */
	void stays(Member existing) {
		if (this.watchesStaying && existing.placements() != null) {
			this.staying.addAll(existing.placements().departments());
		}
	}

	/** The target keeps somebody there. */
	void isSpared(Member existing) {
		if (this.watchesStaying && existing.placements() != null) {
			this.spared.addAll(existing.placements().departments());
		}
	}

	/** Somebody of the target is disabled there. */
	void waits(Member existing) {
		if (this.watchesStaying && existing.placements() != null) {
			this.waiting.addAll(existing.placements().departments());
		}
	}

	/** Somebody is put where a plan says. */
	void willBe(Member planned) {
		if (planned.placements() == null || !(this.watchesStaying || this.watchesNeeded)) {
			return;
		}
		for (String department : planned.placements().departments()) {
			(DepartmentRef.isPlanned(department) ? this.needed : this.staying).add(DepartmentRef.ref(department));
		}
	}

}
