package dev.rollcall.sandbox.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A company made up: eight departments under each, members spread over them, some in
 * several, the first of each its leader; some share a name, some have never signed in,
 * some are disabled, some have a mail address only. The same seed makes the same company.
 */
public final class MadeUpCompany {

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

	private MadeUpCompany(int members, int departments, long seed) {
		this.members = members;
		this.departments = departments;
		this.seed = seed;
	}

	/**
	 * Makes a company up.
	 * @param branches gets the company itself, then all departments, parents first
	 * @param employees gets all members
	 */
	public static void make(int members, int departments, long seed, Consumer<Branch> branches,
			Consumer<Employee> employees) {
		new MadeUpCompany(members, departments, seed).make(branches, employees);
	}

	private void make(Consumer<Branch> branches, Consumer<Employee> employees) {
		SplittableRandom chance = new SplittableRandom(this.seed);
		branches.accept(new Branch(Branch.COMPANY, 0, "示例科技有限公司", 0));
		for (int i = 0; i < this.departments; i++) {
			branches.accept(branch(i));
		}
		for (int i = 0; i < this.members; i++) {
			employees.accept(employee(i, chance));
		}
	}

	/** The n-th department below the company. */
	private static Branch branch(int number) {
		int level = 0;
		for (int first = 0, width = CHILDREN; number >= first + width; width *= CHILDREN) {
			first += width;
			level++;
		}
		int sibling = number % CHILDREN;
		String[] names = LEVELS[Math.min(level, LEVELS.length - 1)];
		long parent = (number < CHILDREN) ? Branch.COMPANY : number / CHILDREN + 1L;
		return new Branch(number + 2L, parent, names[sibling], sibling);
	}

	private Employee employee(int number, SplittableRandom chance) {
		ChineseNames.Name name = ChineseNames.any(chance);
		String userid = userid(name, chance);
		List<Employee.Post> posts = posts(userid, chance);
		String leader = this.leaders.getOrDefault(posts.get(0).branch(), userid);
		int state = chance.nextInt(100);
		return new Employee(userid, texts(number, name, userid, chance), posts, leader, state >= 2,
				state < 2 || state >= 7);
	}

	private String userid(ChineseNames.Name name, SplittableRandom chance) {
		String pinyin = name.pinyin();
		String userid = (chance.nextInt(100) == 0) ? Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1)
				: pinyin;
		for (int i = 2; !this.taken.add(userid.toLowerCase(Locale.ROOT)); i++) {
			userid = pinyin + i;
		}
		return userid;
	}

	private List<Employee.Post> posts(String userid, SplittableRandom chance) {
		int drawn = chance.nextInt(100);
		int many = (drawn < 2) ? 3 : (drawn < 10) ? 2 : 1;
		Set<Long> numbers = new LinkedHashSet<>();
		for (int i = 0; i < many; i++) {
			numbers.add((this.departments > 0) ? 2L + chance.nextInt(this.departments) : Branch.COMPANY);
		}
		List<Employee.Post> posts = new ArrayList<>();
		for (long number : numbers) {
			boolean leads = this.leaders.putIfAbsent(number, userid) == null;
			posts.add(new Employee.Post(number, chance.nextInt(1000), leads));
		}
		return posts;
	}

	private static Map<String, String> texts(int number, ChineseNames.Name name, String userid,
			SplittableRandom chance) {
		Map<String, String> texts = new HashMap<>();
		texts.put("name", name.name());
		texts.put("position", POSITIONS[chance.nextInt(POSITIONS.length)]);
		texts.put("gender", String.valueOf(1 + chance.nextInt(2)));
		texts.put("email", userid.toLowerCase(Locale.ROOT) + "@example.com");
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
