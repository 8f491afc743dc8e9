package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Phase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the changes of one phase, a thousand to a row. */
final class PlanSegmentWriter {

	/** How many changes stand in one row. */
	static final int SIZE = 1000;

	private static final String INSERT = """
			INSERT INTO plan_segment (run_id, phase, seq, changes, open_changes, states, data, first_key,
				last_key, digest)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcTemplate jdbc;

	private final long run;

	private final Phase phase;

	private final ChangeCodec codec;

	private final ByteSink raw = new ByteSink();

	private final ByteSink packed = new ByteSink();

	private final KeyRange keys = new KeyRange();

	private final byte[] states = new byte[SIZE];

	private final List<String> digests = new ArrayList<>();

	private final List<byte[]> statesOf = new ArrayList<>();

	private int changes;

	private int open;

	/** Receives the changes that were written. */
	@FunctionalInterface
	interface Visitor {

		void visit(int segment, int position, Change change);

	}

	PlanSegmentWriter(JdbcTemplate jdbc, long run, Phase phase, ChangeCodec codec) {
		this.jdbc = jdbc;
		this.run = run;
		this.phase = phase;
		this.codec = codec;
	}

	void add(Change change, @Nullable Message withheld) {
		if (withheld != null) {
			this.jdbc.update(OutcomeTable.INSERT, this.run, this.phase.number(), this.digests.size(), this.changes,
					ChangeState.WITHHELD.name(), StoredMessage.of(withheld));
		}
		ChangeState state = (withheld != null) ? ChangeState.WITHHELD : ChangeState.PENDING;
		this.states[this.changes++] = state.code();
		this.open += state.isOpen() ? 1 : 0;
		this.codec.write(change, this.raw);
		this.keys.add(change);
		if (this.changes == SIZE) {
			flush();
		}
	}

	void flush() {
		if (this.changes == 0) {
			return;
		}
		byte[] current = Arrays.copyOf(this.states, this.changes);
		this.packed.clear();
		this.packed.number(this.raw.size());
		PackedBlock.pack(this.raw.array(), 0, this.raw.size(), this.packed);
		String digest = Digests.of(this.raw.array(), this.raw.size());
		this.jdbc.update(INSERT, this.run, this.phase.number(), this.digests.size(), this.changes, this.open, current,
				this.packed.toArray(), this.keys.first(), this.keys.last(), digest);
		this.digests.add(digest);
		this.keys.clear();
		this.statesOf.add(current);
		this.raw.clear();
		this.changes = 0;
		this.open = 0;
	}

	/** Shows all changes that are to be carried out in this phase. */
	void forEach(Visitor visitor) {
		for (int segment = 0; segment < this.digests.size(); segment++) {
			byte[] data = Objects.requireNonNull(
					this.jdbc.queryForObject("SELECT data FROM plan_segment WHERE run_id = ? AND phase = ? AND seq = ?",
							byte[].class, this.run, this.phase.number(), segment));
			ByteSource source = PlanStore.unpack(data);
			byte[] current = this.statesOf.get(segment);
			for (int position = 0; position < current.length; position++) {
				Change change = this.codec.read(source);
				if (ChangeState.of(current[position]) == ChangeState.PENDING) {
					visitor.visit(segment, position, change);
				}
			}
		}
	}

	/** Says that a change stands in another phase. */
	void markElsewhere(int segment, int position) {
		byte[] current = this.statesOf.get(segment);
		current[position] = ChangeState.ELSEWHERE.code();
		this.jdbc.update("""
				UPDATE plan_segment SET states = ?, open_changes = open_changes - 1
				WHERE run_id = ? AND phase = ? AND seq = ?""", current, this.run, this.phase.number(), segment);
	}

	/**
	 * What tells this phase of a plan from that of another: the changes, and which are
	 * meant.
	 */
	void appendDigests(StringBuilder digest) {
		digest.append(this.phase).append('\n');
		for (int i = 0; i < this.digests.size(); i++) {
			digest.append(this.digests.get(i))
				.append(' ')
				.append(HexFormat.of().formatHex(this.statesOf.get(i)))
				.append('\n');
		}
	}

}
