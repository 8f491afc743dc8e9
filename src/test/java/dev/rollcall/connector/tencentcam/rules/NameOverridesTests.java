package dev.rollcall.connector.tencentcam.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Files with names that a person has decided. */
class NameOverridesTests {

	private static final String SHOWN = "conf/names.csv";

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "userid,name\nZhangSan,zs\nli.si,\"li,si\"\n",
			"\uFEFFuserid,name\r\nZhangSan,zs\r\nli.si,\"li,si\"",
			" Userid , NAME\n\n ZhangSan , zs \n,\nli.si,\"li,si\"\n" })
	void tellsTheNameOfAUseridInAnyCase(String text) {
		NameOverrides overrides = read(text, StandardCharsets.UTF_8);
		assertThat(overrides.name("zhangsan")).isEqualTo("zs");
		assertThat(overrides.name("LI.SI")).isEqualTo("li,si");
		assertThat(overrides.name("wangwu")).isNull();
		assertThat(overrides.file()).isEqualTo(SHOWN);
	}

	@Test
	void mayHoldNobody() {
		assertThat(read("userid,name\n", StandardCharsets.UTF_8).name("a")).isNull();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "``,tencentcam.overrides.heading,1",
			"`ZhangSan,zs\n`,tencentcam.overrides.heading,1", "`userid;name\na;b\n`,tencentcam.overrides.heading,1",
			"`userid,name\na\n`,tencentcam.overrides.fields,2",
			"`userid,name\n\na,b,c\n`,tencentcam.overrides.fields,3",
			"`userid,name\na,\n`,tencentcam.overrides.fields,2", "`userid,name\n,b\n`,tencentcam.overrides.fields,2",
			"`userid,name\n张三,zs\n`,tencentcam.overrides.userid,2",
			"`userid,name\na,x\nA,y\n`,tencentcam.overrides.twice,3",
			"`userid,name\na,x\nb,X\n`,tencentcam.overrides.twice,3",
			"`userid,name\n\"a\nb\",x\n`,tencentcam.overrides.userid,2" })
	void namesTheLineThatIsWrong(String text, String sentence, String line) {
		Message fault = fault(text, StandardCharsets.UTF_8);
		assertThat(fault.code()).isEqualTo(sentence);
		assertThat(fault.arguments().get(0)).isEqualTo(SHOWN);
		if (!sentence.endsWith("heading")) {
			assertThat(fault.arguments().get(1)).isEqualTo(line);
		}
	}

	@Test
	void saysWhatStandsThereTwiceAndWhere() {
		assertThat(fault("userid,name\na,x\nb,y\nc,X\n", StandardCharsets.UTF_8))
			.isEqualTo(Message.of("tencentcam.overrides.twice", SHOWN, 4, "name", "X", 2));
	}

	@Test
	void takesNoNameThatIsNotLegal() {
		assertThat(fault("userid,name\na,张三\n", StandardCharsets.UTF_8))
			.isEqualTo(Message.of("tencentcam.name.signs", "a", "张三", "张 三", SHOWN + ":2"));
		assertThat(fault("userid,name\na,\"b\nc,d\n", StandardCharsets.UTF_8).code())
			.isEqualTo("tencentcam.name.signs");
	}

	@Test
	void asksForUtf8() {
		assertThat(fault("userid,name\na,张三\n", Charset.forName("GBK")))
			.isEqualTo(Message.of("tencentcam.overrides.encoding", SHOWN));
		assertThat(fault("userid,name\na,b\n", StandardCharsets.UTF_16).code())
			.isEqualTo("tencentcam.overrides.encoding");
	}

	@Test
	void saysWhereItLookedForAFileThatIsNotThere() {
		Path file = this.folder.resolve("other.csv");
		assertThat(catchThrowableOfType(SettingsException.class, () -> NameOverrides.read(file, SHOWN)).text())
			.isEqualTo(Message.of("tencentcam.overrides.missing", SHOWN, file));
		assertThat(catchThrowableOfType(SettingsException.class, () -> NameOverrides.read(this.folder, SHOWN)).text()
			.code()).isEqualTo("tencentcam.overrides.missing");
	}

	private Message fault(String text, Charset charset) {
		SettingsException refusal = catchThrowableOfType(SettingsException.class, () -> read(text, charset));
		assertThat(refusal).isNotNull();
		return refusal.text();
	}

	private NameOverrides read(String text, Charset charset) {
		try {
			return NameOverrides.read(Files.writeString(this.folder.resolve("names.csv"), text, charset), SHOWN);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
