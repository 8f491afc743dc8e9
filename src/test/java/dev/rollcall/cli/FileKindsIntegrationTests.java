package dev.rollcall.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The same export in every kind of file fills the directory with the same. */
class FileKindsIntegrationTests {

	private static final Path SAMPLE = Path.of("samples/wecom-contacts.xlsx");

	private static Map<String, Map<String, String>> fromXlsx;

	@BeforeAll
	static void load(@TempDir Path home) {
		Commands.afterTheFirstRun(home);
		fromXlsx = EmbeddedDirectory.members(home);
	}

	static Stream<Arguments> kinds() {
		return Stream.of(arguments("contacts.xls", (BiConsumer<Path, List<List<String>>>) Sheets::write),
				arguments("utf-8.csv", csv("", StandardCharsets.UTF_8)),
				arguments("utf-8-with-bom.csv", csv("\uFEFF", StandardCharsets.UTF_8)),
				arguments("gb18030.csv", csv("", Charset.forName("GB18030"))));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void fillsTheDirectoryWithTheSame(String name, BiConsumer<Path, List<List<String>>> writer, @TempDir Path home) {
		Commands commands = Commands.in(home);
		writer.accept(home.resolve(name), Sheets.read(SAMPLE));
		Said said = commands.give("run", "wecom-excel-upsert", "--set", "source.file=" + name).ending(0);
		assertThat(said.out()).doesNotContain("Values taken as unknown", "Rejected");
		assertThat(EmbeddedDirectory.members(home)).isEqualTo(fromXlsx);
	}

	private static BiConsumer<Path, List<List<String>>> csv(String before, Charset charset) {
		return (file, rows) -> Sheets.csv(file, before, charset, rows);
	}

}
