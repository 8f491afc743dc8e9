package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.excel.message.ExcelMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class CsvReadingTests {

	private static final String CONTACTS = "姓名,帐号,部门,手机,备注\r\n李四,lisi,公司/研发；公司,13800000000,\"a,\"\"b\"\"\nc\"\r\n王五,00123,公司,,=1+1\r\n";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path file(String text, String charset) throws IOException {
		return Files.write(this.folder.resolve("通讯录.csv"), text.getBytes(Charset.forName(charset)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-8 mark", "UTF-16LE mark", "UTF-16BE mark" })
	void readsTheEncodingsThatExcelWrites(String encoding) throws IOException {
		boolean mark = encoding.endsWith("mark");
		Read read = Read.file(file(mark ? "\uFEFF" + CONTACTS : CONTACTS, encoding.replace(" mark", "")));
		assertThat(read.userids()).containsExactly("lisi", "00123");
		assertThat(read.fields()).containsExactly("name", "mobile", "备注");
		assertThat(read.fields("lisi")).contains(entry("name", "李四"), entry("mobile", "13800000000"),
				entry("备注", "a,\"b\" c"));
		assertThat(read.fields("00123")).contains(entry("mobile", ""), entry("备注", "=1+1"));
		assertThat(read.departments()).hasSize(2);
		assertThat(read.parts()).containsExactly("通讯录");
		assertThat(read.findings()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void findsTheSeparatorByTheHeader(String separator) throws IOException {
		String text = String.join(separator, "说明", "a", "b") + "\n\n" + String.join(separator, "账号", "姓名", "部门") + "\n"
				+ String.join(separator, "lisi", "李四", "\"公司;公司/研发\"") + "\n";
		Read read = Read.file(file(text, "UTF-8"));
		assertThat(read.userids()).containsExactly("lisi");
		assertThat(read.departments()).hasSize(2);
		assertThat(read.member("lisi").origin()).hasToString("Origin[part=0, row=4]");
	}

	@Test
	void countsARecordAsARowHoweverManyLinesItHas() throws IOException {
		Read read = Read.file(file("姓名,帐号\n\n\"李\n四\",lisi\n\n,\n王五,\n", "UTF-8"));
		assertThat(read.member("lisi").origin()).hasToString("Origin[part=0, row=3]");
		assertThat(read.found()).containsExactly("0:6 帐号 userid.empty");
	}

	@Test
	void rejectsRowsWithFewerOrMoreFieldsThanTheHeaderBecauseTheirValuesMayBeInWrongColumns() throws IOException {
		Read read = Read.file(
				file("姓名,帐号,备注,,\n李四,lisi,,,\n王五,wangwu\n赵六,zhaoliu,x,,,y\n孙七,sunqi,x,,,,\n,,,\n周八,zhouba,x", "UTF-8"));
		assertThat(read.userids()).containsExactly("lisi", "sunqi", "zhouba");
		assertThat(read.found()).containsExactly("0:3  row.fields", "0:4  row.fields");
		assertThat(read.findings()).allSatisfy((finding) -> assertThat(finding.rejects()).isTrue());
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_USERID.code());
		assertThat(read.findings().get(0).reason().arguments()).containsExactly("2", "5");
	}

	@Test
	void takesALastLineThatWasCutOffForNoMember() throws IOException {
		Read read = Read.file(file("姓名,帐号,部门\n李四,lisi,公司\n王五,wang", "UTF-8"));
		assertThat(read.userids()).containsExactly("lisi");
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_USERID.code());
	}

	@Test
	void readsOnBehindALineThatLooksLikeItsEnd() throws IOException {
		Read read = Read.file(file("姓名,帐号\n李四,lisi\n\u0003\n王五,wangwu\n\u0003", "UTF-8"));
		assertThat(read.userids()).containsExactly("lisi", "wangwu");
	}

	@Test
	void takesDamagedUtf8ForNoOtherEncoding() throws IOException {
		StringBuilder text = new StringBuilder("name,userid\n");
		for (int i = 0; i < 20; i++) {
			// Two Chinese characters in UTF-8 are three in GB18030.
			text.append("李四,user").append(i).append('\n');
		}
		byte[] whole = text.append("王五").toString().getBytes(StandardCharsets.UTF_8);
		Path cut = Files.write(this.folder.resolve("cut.csv"), Arrays.copyOf(whole, whole.length - 2));
		Refused.because(ExcelMessage.CSV_ENCODING, cut);
	}

	@Test
	void leavesAloneWhatWouldBeAnEscapeInAWorkbook() throws IOException {
		assertThat(Read.file(file("姓名,帐号,备注\n李四,lisi,_x0041_", "UTF-8")).value("lisi", "备注")).isEqualTo("_x0041_");
	}

	@Test
	void goesOnBehindEveryPage() throws IOException {
		StringBuilder text = new StringBuilder("姓名,帐号\n");
		for (int i = 0; i < 3500; i++) {
			text.append("成员,user").append(i).append('\n');
		}
		try (Source source = Read.open(Read.settings(file(text.toString(), "UTF-8")))) {
			List<Page> whole = Read.pages(source, null);
			assertThat(whole).hasSize(4);
			for (int i = 0; i < whole.size(); i++) {
				assertThat(Read.pages(source, whole.get(i).cursor())).isEqualTo(whole.subList(i + 1, whole.size()));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "姓名,帐号\n李四,lisi\n\"王五,wangwu\n赵六,zhaoliu\n", "姓名,帐号\n李四,lisi\n\"王五\"x,wangwu\n",
			"姓名,帐号\n李四,\"lisi" })
	void refusesQuotesThatAreNotClosed(String text) throws IOException {
		Refused.because(ExcelMessage.CSV_DAMAGED, file(text, "UTF-8"));
	}

	@Test
	void refusesOtherEncodingsAndOtherFiles() throws IOException {
		byte[] odd = "姓名,帐号\n李四,lisi\n".getBytes(StandardCharsets.UTF_8);
		odd[odd.length - 1] = (byte) 0xFF;
		Path file = Files.write(this.folder.resolve("odd.csv"), odd);
		Refused.because(ExcelMessage.CSV_ENCODING, file);
		Path cut = Files.write(this.folder.resolve("cut.csv"), new byte[] { (byte) 0xFF, (byte) 0xFE, 'a' });
		Refused.because(ExcelMessage.CSV_ENCODING, cut);
		StringBuilder late = new StringBuilder("姓名,帐号\n");
		late.append("李四,lisi\n".repeat(1000)).append('\0');
		Refused.because(ExcelMessage.CSV_ENCODING, file(late.toString(), "UTF-8"));
	}

	@Test
	void refusesFilesWithoutAHeaderOrWithoutMembers() throws IOException {
		Refused.because(ExcelMessage.NO_HEADER, file("李四,lisi\n", "UTF-8"));
		Refused.because(ExcelMessage.NO_HEADER, file(" ", "UTF-8"));
		Refused.because(ExcelMessage.NO_ROWS, file("姓名,帐号\n", "UTF-8"));
		Refused.because(ExcelMessage.NO_ROWS, file("姓名,帐号", "UTF-8"));
	}

	@Test
	void refusesMillionsOfFieldsInARow() throws IOException {
		Refused.because(ExcelMessage.CSV_DAMAGED, file("姓名,帐号\n李四,lisi" + ",x".repeat(2_000_000), "UTF-8"));
	}

}
