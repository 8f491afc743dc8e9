package dev.rollcall.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The people of 示例科技: this month, and what becomes of them until next month. */
final class SampleCompany {

	static final String NAME = "示例科技";

	private static final String[][] SURNAMES = { { "王", "wang" }, { "李", "li" }, { "张", "zhang" }, { "刘", "liu" },
			{ "陈", "chen" }, { "杨", "yang" }, { "黄", "huang" }, { "赵", "zhao" }, { "吴", "wu" }, { "周", "zhou" },
			{ "徐", "xu" }, { "孙", "sun" }, { "马", "ma" }, { "朱", "zhu" }, { "胡", "hu" }, { "郭", "guo" }, { "何", "he" },
			{ "林", "lin" }, { "高", "gao" }, { "罗", "luo" }, { "欧阳", "ouyang" } };

	private static final String[][] GIVEN = { { "伟", "wei" }, { "芳", "fang" }, { "娜", "na" }, { "静", "jing" },
			{ "丽", "li" }, { "强", "qiang" }, { "磊", "lei" }, { "洋", "yang" }, { "勇", "yong" }, { "艳", "yan" },
			{ "杰", "jie" }, { "涛", "tao" }, { "明", "ming" }, { "超", "chao" }, { "霞", "xia" }, { "浩", "hao" },
			{ "宇", "yu" }, { "婷", "ting" }, { "晨", "chen" }, { "雪", "xue" }, { "志远", "zhiyuan" }, { "雨桐", "yutong" },
			{ "子涵", "zihan" }, { "欣怡", "xinyi" } };

	private static final String[][] DEPARTMENTS = { { "总裁办", "6" }, { "人力资源部", "0" }, { "人力资源部/招聘组", "7" },
			{ "人力资源部/薪酬福利组", "6" }, { "财务部", "4" }, { "财务部/会计组", "7" }, { "财务部/税务组", "5" }, { "研发中心", "3" },
			{ "研发中心/平台研发部", "5" }, { "研发中心/平台研发部/后端组", "14" }, { "研发中心/平台研发部/前端组", "11" }, { "研发中心/平台研发部/测试组", "9" },
			{ "研发中心/移动研发部", "3" }, { "研发中心/移动研发部/iOS组", "9" }, { "研发中心/移动研发部/Android组", "10" }, { "研发中心/数据部", "4" },
			{ "研发中心/数据部/数据平台组", "10" }, { "研发中心/数据部/算法组", "8" }, { "研发中心/运维部", "8" }, { "产品中心", "4" },
			{ "产品中心/企业产品部", "9" }, { "产品中心/用户体验部", "8" }, { "市场与销售中心", "4" }, { "市场与销售中心/华东销售部", "15" },
			{ "市场与销售中心/华南销售部", "14" }, { "市场与销售中心/华北销售部", "13" }, { "市场与销售中心/渠道部", "9" }, { "市场与销售中心/品牌部", "7" },
			{ "客户服务中心", "3" }, { "客户服务中心/售前支持部", "10" }, { "客户服务中心/售后服务部", "18" }, { "客户服务中心/售后服务部/夜班组", "9" },
			{ "法务合规部", "5" }, { "行政部", "6" }, { "行政部/前台", "4" }, { "行政部/车队", "5" }, { "信息技术部", "7" },
			{ "信息技术部/桌面支持组", "6" }, { "深圳分公司", "2" }, { "深圳分公司/销售部", "12" }, { "深圳分公司/客服部", "10" } };

	private static final String[] TITLES = { "工程师", "高级工程师", "产品经理", "销售代表", "客户经理", "专员", "主管", "实习生", "设计师", "顾问" };

	private final Random random = new Random(20_261_120);

	private final Map<String, Person> people = new LinkedHashMap<>();

	/** Everyone, in the order of the export. */
	record Person(String name, String userid, String alias, String position, String departments, String gender,
			String mobile, String telephone, String email, String address, String businessMail, String activation,
			String number, LocalDate joined) {

		Person in(String other) {
			return new Person(this.name, this.userid, this.alias, this.position, other, this.gender, this.mobile,
					this.telephone, this.email, this.address, this.businessMail, this.activation, this.number,
					this.joined);
		}

		Person as(String title) {
			return new Person(this.name, this.userid, this.alias, title, this.departments, this.gender, this.mobile,
					this.telephone, this.email, this.address, this.businessMail, this.activation, this.number,
					this.joined);
		}

		Person calledAt(String other) {
			return new Person(this.name, this.userid, this.alias, this.position, this.departments, this.gender, other,
					this.telephone, this.email, this.address, this.businessMail, this.activation, this.number,
					this.joined);
		}

	}

	/** The company as it is this month. */
	static List<Person> thisMonth() {
		return new SampleCompany().hire();
	}

	/**
	 * The company a month later: 12 have left, 9 have joined, 7 have moved, 8 are
	 * promoted, 3 have new mobiles, one department has another name and one is new.
	 */
	static List<Person> nextMonth() {
		SampleCompany company = new SampleCompany();
		List<Person> people = company.hire();
		List<Person> next = new ArrayList<>();
		for (int i = 0; i < people.size(); i++) {
			Person person = people.get(i);
			if (i % 27 == 5 && i < 324) {
				continue;
			}
			if (i % 41 == 2 && i < 287) {
				person = person.in(NAME + "/产品中心/企业产品部");
			}
			else if (i % 37 == 3 && i < 296) {
				person = person.as("资深" + person.position());
			}
			else if (i % 101 == 7 && i < 303) {
				person = person.calledAt("199" + person.mobile().substring(3));
			}
			next.add(person.in(person.departments().replace("研发中心/平台研发部", "研发中心/基础平台部")));
		}
		for (int i = 0; i < 9; i++) {
			next.add(company.person((i < 6) ? "研发中心/人工智能部" : "市场与销售中心/渠道部", LocalDate.of(2026, 12, 1)));
		}
		return next;
	}

	private List<Person> hire() {
		for (String[] department : DEPARTMENTS) {
			for (int i = 0; i < Integer.parseInt(department[1]); i++) {
				person(department[0], LocalDate.of(2015, 1, 5).plusDays(this.random.nextInt(4200)));
			}
		}
		return new ArrayList<>(this.people.values());
	}

	private Person person(String department, LocalDate joined) {
		String[] surname = SURNAMES[this.random.nextInt(SURNAMES.length)];
		String[] given = GIVEN[this.random.nextInt(GIVEN.length)];
		String account = surname[1] + given[1];
		String userid = account;
		for (int i = 2; this.people.containsKey(userid); i++) {
			userid = account + i;
		}
		int number = this.people.size() + 1;
		String departments = NAME + "/" + department;
		if (number % 19 == 0) {
			departments += "；" + NAME + "/" + DEPARTMENTS[this.random.nextInt(DEPARTMENTS.length)][0];
		}
		Person person = new Person(surname[0] + given[0], userid, (number % 6 == 0) ? capitalised(given[1]) : "",
				TITLES[this.random.nextInt(TITLES.length)], departments, this.random.nextBoolean() ? "男" : "女",
				"1" + (30 + this.random.nextInt(60)) + String.format("%08d", this.random.nextInt(100_000_000)),
				(number % 5 == 0) ? "021-5555" + String.format("%04d", number) : "", userid + "@example.com",
				(number % 11 == 0) ? "上海市浦东新区示例路" + number + "号" : "", userid + "@corp.example.com",
				(number % 23 == 0) ? "未激活" : "已激活", String.format("SK%05d", number), joined);
		this.people.put(userid, person);
		return person;
	}

	private static String capitalised(String word) {
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

}
