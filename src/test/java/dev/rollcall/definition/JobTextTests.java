package dev.rollcall.definition;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Job files as they lie in their folder, and as a run keeps them. */
class JobTextTests {

	@TempDir
	Path home;

	private Path folder;

	@BeforeEach
	void folder() throws IOException {
		this.folder = Files.createDirectory(this.home.resolve("jobs"));
	}

	@Test
	void overridesComeBackAsTheyWereSet() {
		Map<String, String> overrides = Map.of("limits.delete.count", "7", "source.file", "/a=b/企微.xlsx", "empty", "",
				"description", "first\nsecond\r\n\\n third\\", "操作", " x ");
		String lines = new JobText("job", "job.yaml", "", overrides).overrideLines();
		assertThat(JobText.overrides(lines)).isEqualTo(overrides);
		assertThat(new JobText("job", "job.yaml", "", JobText.overrides(lines)).overrideLines()).isEqualTo(lines);
	}

	@Test
	void noOverridesAreNoLines() {
		assertThat(new JobText("job", "job.yaml", "", Map.of()).overrideLines()).isEmpty();
		assertThat(JobText.overrides("")).isEmpty();
	}

	@Test
	void namesTheJobsOfItsFolderAndNothingElse() throws IOException {
		for (String file : new String[] { "b.yaml", "a.yaml", "notes.txt", ".hidden.yaml", "a b.yaml", "c.yml" }) {
			Files.createFile(this.folder.resolve(file));
		}
		assertThat(new JobFolder(this.folder).names()).containsExactly("a", "b");
		assertThat(new JobFolder(this.home.resolve("missing")).names()).isEmpty();
	}

	@Test
	void readsAJobByItsName() throws IOException {
		Files.writeString(this.folder.resolve("upsert.yaml"), "description: 企微\n");
		JobText text = new JobFolder(this.folder).read("upsert", Map.of("a", "b"));
		assertThat(text.yaml()).isEqualTo("description: 企微\n");
		assertThat(text.name()).isEqualTo("upsert");
		assertThat(text.overrides()).isEqualTo(Map.of("a", "b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "missing", "../outside", "..", "", "a/b", "/etc/passwd" })
	void thereIsNoOtherJobNorAnyOutsideTheFolder(String name) throws IOException {
		Files.writeString(this.home.resolve("outside.yaml"), "description: not a job\n");
		assertThatExceptionOfType(JobFileException.class)
			.isThrownBy(() -> new JobFolder(this.folder).read(name, Map.of()))
			.satisfies((fault) -> assertThat(fault.text().code()).isEqualTo("definition.no-such-job"));
	}

	@Test
	void saysThatAFileIsNotUtf8() throws IOException {
		Files.write(this.folder.resolve("gbk.yaml"), "description: 企微".getBytes(Charset.forName("GB18030")));
		assertThatExceptionOfType(JobFileException.class)
			.isThrownBy(() -> new JobFolder(this.folder).read("gbk", Map.of()))
			.satisfies((fault) -> assertThat(fault.details()).singleElement()
				.satisfies((detail) -> assertThat(detail.text().code()).isEqualTo("definition.not-utf8")));
	}

	@Test
	void tellsWhatWasSetWithoutTheValuesOfSecretKeys() {
		JobText text = new JobText("job", "job.yaml", "",
				Map.of("target.password", "${SECRET}", "source.file", "a.xlsx", "target.Access-Key", "${KEY}"));
		assertThat(text.discreetOverrideLines("***"))
			.isEqualTo("source.file=a.xlsx\ntarget.Access-Key=***\ntarget.password=***\n");
	}

}
