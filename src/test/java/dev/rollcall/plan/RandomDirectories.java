package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;

/**
 * Small random directories, with so few names and mobiles that renames, moves, swaps and
 * circles are frequent. The same random numbers give the same directory.
 */
public final class RandomDirectories {

	public static final Schema SCHEMA = Schema.of("name", "position", "mobile");

	private final Random random;

	private final boolean gaps;

	private RandomDirectories(Random random, boolean gaps) {
		this.random = random;
		this.gaps = gaps;
	}

	/** One of which all is known, where no two members may share a mobile. */
	public static MemoryDirectory whole(Random random) {
		return new RandomDirectories(random, false).fill(MemoryDirectory.plain("any", SCHEMA, "mobile"));
	}

	/** One that does not know, or knows to be empty, some of each. */
	public static MemoryDirectory withGaps(Random random) {
		return new RandomDirectories(random, true).fill(MemoryDirectory.plain("any", SCHEMA));
	}

	private MemoryDirectory fill(MemoryDirectory directory) {
		List<String> refs = new ArrayList<>(List.of(directory.put(null, "公司", id(0))));
		for (int i = 1; i < 7; i++) {
			String parent = refs.get(this.random.nextInt(refs.size()));
			String name = "部" + this.random.nextInt(5);
			boolean taken = directory.departments()
				.stream()
				.anyMatch((other) -> parent.equals(other.parent()) && other.name().equals(name));
			if (!taken) {
				refs.add(directory.put(parent, name, id(i)));
			}
		}
		List<Integer> mobiles = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
		Collections.shuffle(mobiles, this.random);
		for (int i = 0; i < 8; i++) {
			if (this.random.nextInt(4) > 0) {
				directory.put(member("u" + i, mobiles.get(i), refs));
			}
		}
		return directory;
	}

	private String id(int number) {
		return this.random.nextBoolean() ? Integer.toString(number) : null;
	}

	private Member member(String userid, int mobile, List<String> refs) {
		Map<String, String> values = new HashMap<>();
		put(values, "name", "名" + this.random.nextInt(3));
		put(values, "position", "职" + this.random.nextInt(2));
		put(values, "mobile", Integer.toString(mobile));
		return new Member(userid, userid, null, Fields.of(SCHEMA, values), isGap() ? null : placements(refs), null);
	}

	private void put(Map<String, String> values, String field, String value) {
		if (!isGap()) {
			values.put(field, (this.gaps && this.random.nextInt(6) == 0) ? "" : value);
		}
	}

	private Placements placements(List<String> refs) {
		List<Placement> placements = new ArrayList<>();
		for (int i = 0; i <= this.random.nextInt(2); i++) {
			String ref = refs.get(this.random.nextInt(refs.size()));
			if (placements.stream().noneMatch((placement) -> placement.department().equals(ref))) {
				placements.add(new Placement(ref, isGap() ? null : (long) this.random.nextInt(2),
						isGap() ? null : this.random.nextBoolean()));
			}
		}
		return new Placements(placements, isGap() ? null : placements.get(0).department());
	}

	private boolean isGap() {
		return this.gaps && this.random.nextInt(6) == 0;
	}

}
