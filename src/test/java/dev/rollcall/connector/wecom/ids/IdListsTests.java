package dev.rollcall.connector.wecom.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.directory.Userid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is where, in little room. */
class IdListsTests {

	/** So much does a member take while the lists are read, all told. */
	private static final int BYTES = 100;

	@Test
	void joinsTheRowsOfEachMemberWhateverTheirOrder() {
		Random random = new Random(20_261_121);
		Map<String, Set<Integer>> expected = new TreeMap<>();
		IdRows rows = new IdRows();
		for (int i = 0; i < 20_000; i++) {
			String userid = (random.nextBoolean() ? "User" : "uSER") + random.nextInt(3000);
			int department = 1 + random.nextInt(50);
			rows.add(userid, department);
			expected.computeIfAbsent(Userid.key(userid), (any) -> new TreeSet<>()).add(department);
		}
		IdLists lists = rows.joined();
		List<String> keys = new ArrayList<>(expected.keySet());
		assertThat(lists.size()).isEqualTo(keys.size());
		for (int member = 0; member < lists.size(); member++) {
			assertThat(Userid.key(lists.userid(member))).isEqualTo(keys.get(member));
			assertThat(lists.departments(member))
				.containsExactly(expected.get(keys.get(member)).toArray(Integer[]::new));
			assertThat(lists.find(lists.userid(member).toUpperCase(java.util.Locale.ROOT))).isEqualTo(member);
		}
		assertThat(lists.find("aaa")).isEqualTo(-1);
		assertThat(lists.find("zzz")).isEqualTo(-1 - lists.size());
	}

	@Test
	void nobodyIsAListToo() {
		IdLists lists = new IdRows().joined();
		assertThat(lists.size()).isZero();
		assertThat(lists.find("a")).isEqualTo(-1);
	}

	@Test
	void whatIsLongerThanAChunkIsKeptAsWell() {
		BytePool pool = new BytePool();
		byte[] large = new byte[3_000_000];
		large[2_999_999] = 7;
		int small = pool.add(new byte[] { 1 });
		int number = pool.add(large);
		int after = pool.add(new byte[] { 2 });
		assertThat(pool.get(number)).isEqualTo(large);
		assertThat(pool.get(small)).containsExactly(1);
		assertThat(pool.get(after)).containsExactly(2);
	}

	@Test
	void aMemberTakesLittleRoom() {
		int members = 200_000;
		System.gc();
		long before = used();
		IdRows rows = new IdRows();
		for (int i = 0; i < members; i++) {
			rows.add("member-" + i, 1 + i % 1000);
		}
		for (int i = 0; i < members; i += 5) {
			rows.add("member-" + i, 2000 + i % 1000);
		}
		IdLists lists = rows.joined();
		System.gc();
		assertThat((used() - before) / members).isLessThan(BYTES);
		assertThat(lists.size() + rows.size()).isEqualTo(members + members / 5 * 6);
	}

	private static long used() {
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
