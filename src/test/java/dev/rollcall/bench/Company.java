package dev.rollcall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A company of any size that is the same every time: as it is this month, and as it is
 * next month, when one in a hundred has changed.
 *
 * @param members how many people
 * @param nextMonth whether it is next month
 */
record Company(int members, boolean nextMonth) {

	static final List<String> HEADINGS = List.of("姓名", "账号", "别名", "职务", "部门", "性别", "手机", "座机", "邮箱", "地址", "企业邮箱",
			"视频号", "激活状态", "禁用状态");

	private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";

	private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文志海燕玲红梅鹏辉斌宇浩凯健俊帆晨晓雪琳瑶佳颖慧欣怡梦婷雅倩";

	private static final String[] TITLES = { "工程师", "高级工程师", "资深工程师", "架构师", "产品经理", "项目经理", "销售代表", "客户经理", "人事专员",
			"财务主管", "测试工程师", "运维工程师", "数据分析师", "设计师", "总监", "实习生" };

	private static final String[] REGIONS = { "华东大区", "华南大区", "华北大区", "华中大区", "西南大区", "西北大区", "东北大区", "海外事业部" };

	private static final String[] CENTERS = { "研发中心", "产品中心", "市场与销售中心", "客户服务中心", "人力资源部", "财务管理部", "供应链管理部", "信息技术部",
			"法务合规部", "行政部" };

	/** Three departments to a hundred people; 30,000 is what WeCom allows. */
	int groups() {
		return Math.max(20, this.members * 3 / 100);
	}

	/** The path of a group; ten groups are called otherwise next month. */
	String path(int group) {
		boolean renamed = this.nextMonth && group % Math.max(1, groups() / 10) == 3;
		return "示例集团/" + REGIONS[group % REGIONS.length] + "/" + CENTERS[group / 7 % CENTERS.length] + "/"
				+ (renamed ? "新" : "第") + group + "组";
	}

	/**
	 * The row of a person, in an order that has nothing to do with userids.
	 * @param number from 0
	 * @return one text for each heading, empty for none; null when the person is not
	 * there
	 */
	String[] row(int number) {
		// A prime step visits everyone once, far apart.
		int person = (int) (number * 7_368_787L % this.members);
		Random random = new Random(person * 31L + 7);
		boolean changes = this.nextMonth && person % 100 == 7;
		int change = changes ? person / 100 % 10 : -1;
		if (change == 9) {
			return null;
		}
		String userid = "u" + Integer.toString(person * 13 + 1_000_003, 36) + "." + person;
		int group = random.nextInt(groups());
		String name = at(SURNAMES, random) + at(GIVEN, random) + ((random.nextInt(10) < 8) ? at(GIVEN, random) : "");
		String title = TITLES[random.nextInt(TITLES.length)];
		String gender = random.nextBoolean() ? "男" : "女";
		int range = random.nextInt(70) + ((change == 2) ? 1 : 0);
		String mobile = "1" + (30 + range % 70) + String.format("%08d", person);
		String path = path((change == 3) ? (group + 1) % groups() : group);
		if (random.nextInt(20) == 0) {
			path += "；" + path(random.nextInt(groups()));
		}
		return new String[] { name, userid, (random.nextInt(3) == 0) ? "n" + person : "",
				(change >= 0 && change != 2 && change != 3) ? "资深" + title : title, path, gender, mobile,
				(random.nextInt(5) == 0) ? "020-" + (80_000_000 + person % 1000) : "", userid + "@example.com",
				(random.nextInt(3) == 0) ? "浦东新区第" + random.nextInt(1000) + "号" : "", userid + "@corp.example.com", "",
				"已激活", "未禁用" };
	}

	/** The rows of people who have joined; next month only, as many as have left. */
	List<String[]> joined() {
		List<String[]> joined = new ArrayList<>();
		for (int i = 0; this.nextMonth && i < this.members / 1000; i++) {
			joined.add(new String[] { "新人", "new" + i, "", "实习生", path(i % groups()), "女",
					"199" + String.format("%08d", i), "", "new" + i + "@example.com", "", "", "", "未激活", "未禁用" });
		}
		return joined;
	}

	private static String at(String characters, Random random) {
		int at = random.nextInt(characters.length());
		return characters.substring(at, at + 1);
	}

}
