package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;

import org.springframework.jdbc.core.JdbcTemplate;

/** Puts down, with a plan, which pairs will be linked once the run ends. */
final class PlannedLinks {

	private static final int AT_ONCE = 1000;

	private final JdbcTemplate jdbc;

	private final long run;

	private final List<Object[]> rows = new ArrayList<>();

	PlannedLinks(JdbcTemplate jdbc, long run) {
		this.jdbc = jdbc;
		this.run = run;
	}

	void add(Member desired, Member existing, MemberKey by, boolean equal) {
		this.rows.add(new Object[] { this.run, existing.ref(), Userid.key(Objects.requireNonNull(desired.userid())),
				by.name(), (equal ? LinkStore.State.MADE : LinkStore.State.OPEN).name() });
		if (this.rows.size() == AT_ONCE) {
			flush();
		}
	}

	void flush() {
		if (!this.rows.isEmpty()) {
			this.jdbc.batchUpdate(LinkStore.PLANNED, this.rows);
			this.rows.clear();
		}
	}

}
