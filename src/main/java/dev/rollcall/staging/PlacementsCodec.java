package dev.rollcall.staging;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * Placements as bytes. Most members are in one department, in which they rank and lead
 * like most others: directories let those share their placements, and so does this, both
 * ways. What is shared need not be looked up, made or compared a million times.
 */
final class PlacementsCodec {

	private static final int SHARED = 1 << 16;

	private final DepartmentNumbers departments;

	private final IdentityHashMap<Placements, byte[]> written = new IdentityHashMap<>();

	private final ByteSink single = new ByteSink();

	/** By department: the placements last read of somebody who is in it only. */
	private @Nullable Placements[] read = new Placements[0];

	/** By department: what those say of rank and lead, one more than zero. */
	private long[] ranks = new long[0];

	PlacementsCodec(DepartmentNumbers departments) {
		this.departments = departments;
	}

	void write(Placements placements, ByteSink sink) {
		// Looked up first: what is not looked at need not be fetched from memory.
		byte[] bytes = this.written.get(placements);
		if (bytes == null && placements.list().size() == 1) {
			bytes = encoded(placements);
		}
		if (bytes != null) {
			sink.bytes(bytes, 0, bytes.length);
		}
		else {
			encode(placements, sink);
		}
	}

	Placements read(ByteSource source) {
		int count = source.count();
		if (count != 1) {
			return decode(count, source);
		}
		int department = source.count();
		long order = source.number();
		int leader = source.count();
		int main = source.count();
		long rank = 1 + order * 3 + leader;
		if (main != department + 1) {
			return single(department, order, leader, main);
		}
		if (department >= this.ranks.length) {
			this.ranks = Arrays.copyOf(this.ranks, Math.max(department + 1, this.ranks.length * 2));
			this.read = Arrays.copyOf(this.read, this.ranks.length);
		}
		Placements before = this.read[department];
		if (before != null && this.ranks[department] == rank) {
			return before;
		}
		Placements placements = single(department, order, leader, main);
		this.read[department] = placements;
		this.ranks[department] = rank;
		return placements;
	}

	private byte[] encoded(Placements placements) {
		if (this.written.size() == SHARED) {
			this.written.clear();
		}
		this.single.clear();
		encode(placements, this.single);
		byte[] bytes = this.single.toArray();
		this.written.put(placements, bytes);
		return bytes;
	}

	private void encode(Placements placements, ByteSink sink) {
		List<Placement> list = placements.list();
		sink.number(list.size());
		for (Placement placement : list) {
			sink.number(this.departments.number(placement.department()));
			sink.number((placement.order() != null) ? placement.order() + 1 : 0);
			sink.number((placement.leader() == null) ? 0 : placement.leader() ? 2 : 1);
		}
		sink.number((placements.main() != null) ? this.departments.number(placements.main()) + 1L : 0);
	}

	private Placements decode(int count, ByteSource source) {
		Placement[] list = new Placement[count];
		for (int i = 0; i < count; i++) {
			list[i] = placement(source.count(), source.number(), source.count());
		}
		return new Placements(List.of(list), main(source.count()));
	}

	private Placements single(int department, long order, int leader, int main) {
		return new Placements(List.of(placement(department, order, leader)), main(main));
	}

	private Placement placement(int department, long order, int leader) {
		Boolean leads = (leader == 0) ? null : (leader == 2) ? Boolean.TRUE : Boolean.FALSE;
		return new Placement(this.departments.ref(department), (order > 0) ? order - 1 : null, leads);
	}

	private @Nullable String main(int code) {
		return (code > 0) ? this.departments.ref(code - 1) : null;
	}

}
