package dev.rollcall.sandbox.wecom;

import java.util.Set;

import dev.rollcall.sandbox.wecom.company.Unit;

/**
 * Whom apps may see (可见范围), as the console lets one choose it.
 *
 * @param departments departments, with all that is below them
 * @param userids members beside those
 */
public record VisibleRange(Set<Long> departments, Set<String> userids) {

	/** The whole company. */
	public static final VisibleRange ALL = new VisibleRange(Set.of(Unit.ROOT), Set.of());

	public VisibleRange {
		departments = Set.copyOf(departments);
		userids = Set.copyOf(userids);
	}

	/** These departments, with all that is below them. */
	public static VisibleRange of(Long... departments) {
		return new VisibleRange(Set.of(departments), Set.of());
	}

}
