package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.excel.workbook.Chance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files with bytes changed, cut out, doubled or cut off by chance: they are refused in
 * the connector's own words, or read; never anything else, and never for ever.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTests {

	private static final int[] ODD = { 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x7FFF };

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsAllOfAWorkbookOrNothing(boolean stored) throws IOException {
		Workbooks workbook = contacts();
		byte[] good = Files
			.readAllBytes((stored ? workbook.stored() : workbook).write(this.folder.resolve("good.xlsx")));
		String all = String.valueOf(read(good, "good.xlsx"));
		int refused = 0;
		int rounds = Chance.rounds(250);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			String read = read(damaged(good, new Random(seed)), "damaged.xlsx");
			refused += (read == null) ? 1 : 0;
			// What is not data can be damaged without a loss.
			assertThat((read == null) ? all : read).as("-Dchance.seed=%s -Dchance.rounds=1", seed).isEqualTo(all);
		}
		assertThat(refused).isGreaterThan(rounds / 2);
	}

	@Test
	void refusesDamagedFilesOfOtherFormatsInItsOwnWords() throws IOException {
		byte[] xls = oldContacts();
		byte[] csv = "姓名,帐号,部门,手机\n李四,lisi,\"公司;公司/研发\",13800000001\n王五,wangwu,公司,\n".getBytes(StandardCharsets.UTF_8);
		int refused = 0;
		int rounds = Chance.rounds(250);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			Random random = new Random(seed);
			refused += (read(damaged(xls, random), "damaged.xls") == null) ? 1 : 0;
			refused += (read(damaged(csv, random), "damaged.csv") == null) ? 1 : 0;
		}
		assertThat(refused).isGreaterThan(rounds / 2);
	}

	/** All that is read of a file; null if it is refused. */
	private @Nullable String read(byte[] bytes, String name) throws IOException {
		Path file = Files.write(this.folder.resolve(name), bytes);
		try {
			Read read = Read.file(file);
			return read.members() + " " + read.departments() + " " + read.findings() + " " + read.gaps();
		}
		catch (DirectoryException ex) {
			assertThat(Refused.words(ex.text())).contains(name);
			return null;
		}
	}

	private static Workbooks contacts() {
		return Workbooks
			.of(Workbooks.row("填写须知："), Workbooks.export(),
					Workbooks.row("李四", "lisi", "Lee", "工程师", "公司/研发；公司", "男", Cells.number("13800000001"), null,
							"li@qq.com", Cells.str("广州"), "li@corp.cn", "频道", "已激活", "未禁用", "已关注"),
					Workbooks.row("王五", "wangwu", null, Cells.inline("经理"), "公司", null, "13900000001"))
			.hiddenSheet("b", (sheet) -> sheet.row("x"));
	}

	private byte[] oldContacts() throws IOException {
		Path file = this.folder.resolve("good.xls");
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			Sheet sheet = workbook.createSheet("a");
			for (int i = 0; i < 60; i++) {
				Row row = sheet.createRow(i);
				row.createCell(0).setCellValue((i == 0) ? "姓名" : "成员");
				row.createCell(1).setCellValue((i == 0) ? "帐号" : "user" + i);
				row.createCell(2).setCellValue(i * 1.5);
				row.createCell(3).setCellFormula("\"a\"&\"b\"");
			}
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			workbook.write(file.toFile());
		}
		return Files.readAllBytes(file);
	}

	private static byte[] damaged(byte[] good, Random random) {
		byte[] bytes = good.clone();
		int changes = 1 + random.nextInt(4);
		for (int i = 0; i < changes && bytes.length > 8; i++) {
			int at = random.nextInt(bytes.length);
			int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
			switch (random.nextInt(7)) {
				case 0 -> bytes[at] = (byte) random.nextInt(256);
				case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 2 -> Arrays.fill(bytes, at, Math.min(to, at + 8), (byte) -random.nextInt(2));
				case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - (to - at) + 1), bytes, at, to - at);
				case 4 -> bytes = Arrays.copyOf(bytes, (random.nextInt(6) == 0) ? at : bytes.length);
				case 5 -> bytes = (random.nextInt(3) == 0) ? without(bytes, at, to) : bytes;
				default -> put(ODD[random.nextInt(ODD.length)], bytes, at);
			}
		}
		return bytes;
	}

	private static byte[] without(byte[] bytes, int from, int to) {
		byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
		System.arraycopy(bytes, to, shorter, from, bytes.length - to);
		return shorter;
	}

	private static void put(int number, byte[] bytes, int at) {
		for (int i = 0; i < Integer.BYTES && at + i < bytes.length; i++) {
			bytes[at + i] = (byte) (number >> (i * Byte.SIZE));
		}
	}

}
