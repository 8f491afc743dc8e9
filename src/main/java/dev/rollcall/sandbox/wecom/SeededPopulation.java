package dev.rollcall.sandbox.wecom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import dev.rollcall.sandbox.Json;

/**
 * A company made up: eight departments under each, members spread over them, some in
 * several, the first of each its leader; some share a name, some have never signed in,
 * some are disabled, some have a mail address only.
 */
final class SeededPopulation {

	private static final int CHILDREN = 8;

	private static final String[][] LEVELS = { { "研发中心", "产品部", "市场部", "销售部", "人力资源部", "财务部", "行政部", "客户服务部" },
			{ "华北区", "华东区", "华南区", "华中区", "西北区", "西南区", "东北区", "海外区" },
			{ "一部", "二部", "三部", "四部", "五部", "六部", "七部", "八部" }, { "一组", "二组", "三组", "四组", "五组", "六组", "七组", "八组" } };

	private static final String[] POSITIONS = { "工程师", "高级工程师", "产品经理", "销售经理", "会计", "人事专员", "客服专员", "设计师", "" };

	private final int members;

	private final int departments;

	private final long seed;

	private final Set<String> taken = new HashSet<>();

	private final Map<Long, String> leaders = new HashMap<>();

	SeededPopulation(int members, int departments, long seed) {
		this.members = members;
		this.departments = departments;
		this.seed = seed;
	}

	void settle(Settlement company) {
		SplittableRandom chance = new SplittableRandom(this.seed);
		company.put(new Unit(Unit.ROOT, "示例科技有限公司", "", 0, 100_000_000));
		for (int i = 0; i < this.departments; i++) {
			company.put(unit(i));
		}
		for (int i = 0; i < this.members; i++) {
			company.put(person(i, chance));
		}
	}

	/** The n-th department below the company, as the console would number and sort it. */
	private static Unit unit(int number) {
		int level = 0;
		for (int first = 0, width = CHILDREN; number >= first + width; width *= CHILDREN) {
			first += width;
			level++;
		}
		int sibling = number % CHILDREN;
		String[] names = LEVELS[Math.min(level, LEVELS.length - 1)];
		long parent = (number < CHILDREN) ? Unit.ROOT : number / CHILDREN + 1L;
		return new Unit(number + 2L, names[sibling], "", parent, 100_000_000 - 1000L * sibling);
	}

	private Person person(int number, SplittableRandom chance) {
		ChineseNames.Name name = ChineseNames.any(chance);
		String userid = userid(name, chance);
		List<Person.Post> posts = posts(userid, chance);
		long main = posts.get(0).department();
		String leader = this.leaders.getOrDefault(main, userid);
		int state = chance.nextInt(100);
		return new Person(userid, texts(number, name, userid, chance), Json.object(), posts, main,
				leader.equals(userid) ? List.of() : List.of(leader), state >= 2, state < 2 || state >= 7);
	}

	private String userid(ChineseNames.Name name, SplittableRandom chance) {
		String pinyin = name.pinyin();
		String userid = (chance.nextInt(100) == 0) ? Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1)
				: pinyin;
		for (int i = 2; !this.taken.add(Person.key(userid)); i++) {
			userid = pinyin + i;
		}
		return userid;
	}

	private List<Person.Post> posts(String userid, SplittableRandom chance) {
		int drawn = chance.nextInt(100);
		int many = (drawn < 2) ? 3 : (drawn < 10) ? 2 : 1;
		Set<Long> ids = new LinkedHashSet<>();
		for (int i = 0; i < many; i++) {
			ids.add((this.departments > 0) ? 2L + chance.nextInt(this.departments) : Unit.ROOT);
		}
		List<Person.Post> posts = new ArrayList<>();
		for (long id : ids) {
			boolean leads = this.leaders.putIfAbsent(id, userid) == null;
			posts.add(new Person.Post(id, chance.nextInt(1000), leads));
		}
		return posts;
	}

	private static Map<String, String> texts(int number, ChineseNames.Name name, String userid,
			SplittableRandom chance) {
		Map<String, String> texts = new HashMap<>();
		texts.put("name", name.name());
		texts.put("position", POSITIONS[chance.nextInt(POSITIONS.length)]);
		texts.put("gender", String.valueOf(1 + chance.nextInt(2)));
		texts.put("email", userid.toLowerCase(java.util.Locale.ROOT) + "@example.com");
		if (chance.nextInt(100) >= 3) {
			// 7919 has no divisor in common with 100,000,000: no mobile comes twice.
			texts.put("mobile", "138" + String.format("%08d", (number * 7919L + 10_000_000) % 100_000_000));
		}
		if (chance.nextInt(10) == 0) {
			texts.put("telephone", "020-" + String.format("%08d", 80_000_000 + number % 10_000_000));
		}
		return texts;
	}

}
