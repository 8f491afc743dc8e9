package dev.rollcall.sandbox.people;

import java.util.SplittableRandom;

/** Names as people in China have them, with their pinyin. */
final class ChineseNames {

	private static final String[] SURNAMES = ("王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu "
			+ "孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu "
			+ "董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 欧阳ouyang 司马sima")
		.split(" ");

	private static final String[] GIVEN = ("伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan "
			+ "杰jie 娟juan 涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 建jian 文wen 玉yu 春chun "
			+ "红hong 宇yu 浩hao 然ran 子zi 轩xuan 梓zi 涵han 欣xin 怡yi 雨yu 晨chen 思si 佳jia 嘉jia 琪qi 俊jun 博bo "
			+ "志zhi 鹏peng 海hai 燕yan 雪xue 梅mei 云yun 龙long 凤feng 国guo 庆qing 立li 新xin 东dong")
		.split(" ");

	private ChineseNames() {
	}

	/**
	 * A name and how it is spelt.
	 *
	 * @param name in Chinese
	 * @param pinyin in letters of a to z
	 */
	record Name(String name, String pinyin) {

	}

	/** There are fewer names than people in a large company, so some share one. */
	static Name any(SplittableRandom chance) {
		String surname = SURNAMES[chance.nextInt(SURNAMES.length)];
		StringBuilder name = new StringBuilder(signs(surname));
		StringBuilder pinyin = new StringBuilder(letters(surname));
		int many = (chance.nextInt(4) == 0) ? 1 : 2;
		for (int i = 0; i < many; i++) {
			String given = GIVEN[chance.nextInt(GIVEN.length)];
			name.append(signs(given));
			pinyin.append(letters(given));
		}
		return new Name(name.toString(), pinyin.toString());
	}

	private static String signs(String entry) {
		return entry.replaceAll("[a-z]", "");
	}

	private static String letters(String entry) {
		return entry.replaceAll("[^a-z]", "");
	}

}
