package dev.rollcall.connector.tencentcam.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * What it means for a member to be in some departments: whether it is in the visible
 * range, and which groups come with them.
 */
final class Belonging {

	private final DepartmentTree tree;

	private final @Nullable VisibleRange range;

	/** The departments of the range, those below not counted. */
	private final Set<String> inside = new HashSet<>();

	private final Set<String> named;

	private final Map<String, Set<String>> groups = new HashMap<>();

	/** Whether somebody is meant. */
	enum Meant {

		YES, NO,

		/** It depends on departments of which too little is known. */
		UNKNOWN

	}

	/**
	 * What a job says, for one tree.
	 * @throws dev.rollcall.connector.SettingsException when it names a department that
	 * the tree does not have, or that could be several
	 */
	Belonging(ImportTerms terms, DepartmentTree tree) {
		this.tree = tree;
		this.range = terms.range();
		DepartmentKeys keys = new DepartmentKeys(tree);
		this.named = (this.range == null) ? Set.of()
				: this.range.members().stream().map(Userid::key).collect(Collectors.toUnmodifiableSet());
		if (this.range != null) {
			this.range.departments()
				.forEach((key) -> this.inside.add(keys.find("visible-range.departments", key).ref()));
		}
		terms.groups().forEach((key, names) -> {
			String ref = keys.find("groups", key).ref();
			this.groups.computeIfAbsent(ref, (department) -> new TreeSet<>()).addAll(names);
		});
	}

	/** Whether a member is in the visible range. */
	Meant isMeant(Member member) {
		if (this.range == null || (member.userid() != null && this.named.contains(Userid.key(member.userid())))) {
			return Meant.YES;
		}
		if (this.inside.isEmpty()) {
			return Meant.NO;
		}
		Placements placements = member.placements();
		if (placements != null && placements.departments().stream().anyMatch(this::isInside)) {
			return Meant.YES;
		}
		return areKnown(placements) ? Meant.NO : Meant.UNKNOWN;
	}

	/** The groups that its departments give a member; null when they are not known. */
	@Nullable Set<String> groups(Member member) {
		Placements placements = member.placements();
		if (this.groups.isEmpty()) {
			return Set.of();
		}
		if (placements == null || !areKnown(placements)) {
			return null;
		}
		Set<String> all = new TreeSet<>();
		for (String ref : placements.departments()) {
			for (Department department : this.tree.lineage(ref)) {
				all.addAll(this.groups.getOrDefault(department.ref(), Set.of()));
			}
		}
		return all;
	}

	private boolean areKnown(@Nullable Placements placements) {
		return placements != null && placements.departments().stream().allMatch((ref) -> this.tree.find(ref) != null);
	}

	private boolean isInside(String ref) {
		return this.tree.lineage(ref).stream().anyMatch((department) -> this.inside.contains(department.ref()));
	}

}
