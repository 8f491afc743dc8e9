package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.staging.Run;

/**
 * A run that is going on: its definition and its two open directories.
 *
 * @param run the run
 * @param definition what its job file said when it began
 * @param source the open source
 * @param target the open target
 */
record RunContext(Run run, JobDefinition definition, Source source, Target target) implements AutoCloseable {

	/** Opens both directories. */
	static RunContext open(Run run, JobDefinition definition, Surroundings surroundings) {
		Source source = definition.source().openSource(surroundings);
		try {
			return new RunContext(run, definition, source, definition.target().openTarget(surroundings));
		}
		catch (RuntimeException ex) {
			source.close();
			throw ex;
		}
	}

	long id() {
		return this.run.id();
	}

	/** What staged members are sorted by. */
	MemberKey firstKey() {
		return this.definition.memberKeys().get(0);
	}

	/**
	 * By what members are paired, one after the other: the keys of the job, and behind
	 * the userid the new one of those that have changed theirs.
	 */
	List<MemberKey> passes(boolean withRenamed) {
		List<MemberKey> passes = new ArrayList<>();
		for (MemberKey key : this.definition.memberKeys()) {
			passes.add(key);
			if (key == MemberKey.USERID && withRenamed) {
				passes.add(MemberKey.NEW_USERID);
			}
		}
		return passes;
	}

	@Override
	public void close() {
		this.target.close();
		this.source.close();
	}

}
