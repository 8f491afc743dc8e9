package dev.rollcall.connector.tencentcam;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.tencentcam.rules.VisibleRange;
import dev.rollcall.definition.Fault;
import dev.rollcall.definition.JobFileException;
import dev.rollcall.definition.JobReader;
import dev.rollcall.definition.JobText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a job file says of CAM, read as every job file is. */
class CamJobTests {

	private static final String JOB = """
			source: {connector: memory, name: hr}
			target:
			  connector: tencentcam
			  secret-id: ${ID}
			  secret-key: ${KEY}
			%s
			operations: [create]
			""";

	private final JobReader reader = new JobReader(List.of(new MemoryConnector(), new CamConnector()),
			new MockEnvironment().withProperty("ID", "id").withProperty("KEY", "canary"));

	@Test
	void departmentsMayBeCalledAnything() {
		CamSettings settings = settings("""
				  visible-range: {departments: [示例科技/研发部, 7], members: [ZhangSan]}
				  groups: {研发部: developers, 示例科技/研发部/后端: [developers, backend], 7: seven, v1.0 组: x}
				  application-groups: guests
				  credentials-file: var/new-sub-users.csv
				""");
		assertThat(settings.visibleRange()).isEqualTo(new VisibleRange(List.of("示例科技/研发部", "7"), List.of("ZhangSan")));
		assertThat(settings.groups()).containsOnlyKeys("研发部", "示例科技/研发部/后端", "7", "v1.0 组")
			.containsEntry("示例科技/研发部/后端", List.of("developers", "backend"));
		assertThat(settings.terms(Path.of("")).managedGroups()).containsExactly("backend", "developers", "guests",
				"seven", "x");
		assertThat(new CamConnector().grantable(settings)).containsExactly("backend", "developers", "guests", "seven",
				"x");
		assertThat(settings.credentialsFile()).isEqualTo("var/new-sub-users.csv");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "visible-range: {} | target.visible-range | definition.empty",
					"visible-range: {departments: {}} | target.visible-range.departments | definition.empty",
					"visible-range: | target.visible-range | definition.not-keys",
					"visible-range: 研发部 | target.visible-range | definition.not-keys",
					"visible-range: {departments: []} | target.visible-range | tencentcam.settings.visible-range",
					"visible-range: {department: [研发部]} | target.visible-range.department[0] | definition.unknown-key",
					"names: {rule: '{mobile}'} | target.names | tencentcam.settings.name-placeholder",
					"secret-key: abc | target.secret-key | definition.secret",
					"wecom-sub-users: drop | target.wecom-sub-users | definition.not-one-of" })
	void nothingThatIsWrongMakesTheRangeAnother(String line, String key, String sentence) {
		String job = JOB.formatted("  " + line);
		String once = line.startsWith("secret-key") ? job.replace("  secret-key: ${KEY}\n", "") : job;
		JobFileException refusal = catchThrowableOfType(JobFileException.class, () -> read(once));
		assertThat(refusal).isNotNull();
		assertThat(refusal.faults()).anySatisfy((fault) -> {
			assertThat(fault.key()).isEqualTo(key);
			assertThat(fault.text().code()).isEqualTo(sentence);
		});
		assertThat(refusal.faults()).extracting(Fault::place).allMatch((place) -> place.startsWith("job.yaml:"));
	}

	@Test
	void isNoSource() {
		String job = JOB.replace("target:", "target: {connector: memory, name: app}\nsource:")
			.replace("source: {connector: memory, name: hr}\n", "");
		JobFileException refusal = catchThrowableOfType(JobFileException.class, () -> read(job.formatted("")));
		assertThat(refusal.faults()).extracting((fault) -> fault.text().code())
			.contains("definition.no-such-connector");
	}

	private CamSettings settings(String target) {
		return read(JOB.formatted(target));
	}

	private CamSettings read(String yaml) {
		return (CamSettings) this.reader.read(new JobText("job", "job.yaml", yaml, Map.of())).target().settings();
	}

}
