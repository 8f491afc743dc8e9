package dev.rollcall.definition;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.memory.MemoryConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Settings whose keys are names of people's own, in whatever writing. */
class NamesAsKeysTests {

	private static final String JOB = """
			# 作业
			source: {connector: memory, name: hr}
			target:
			  connector: grouping
			%s
			operations: [create]
			""";

	private final MockEnvironment environment = new MockEnvironment().withProperty("GROUP", "readers");

	private final JobReader reader = new JobReader(List.of(new MemoryConnector(), new Grouping()), this.environment);

	@Test
	void areTakenAsTheyAreWritten() {
		assertThat(groups("  groups: {研发部: developers, 示例科技/研发部/后端: [developers, backend], v1.0 组: [x], "
				+ "'R&D: \"A\" \\': y, 𠮷野家: z, Backend_Team: b, 1001: c, '[已写]': d, 秘书(北京): e}"))
			.isEqualTo(Map.of("研发部", List.of("developers"), "示例科技/研发部/后端", List.of("developers", "backend"), "v1.0 组",
					List.of("x"), "R&D: \"A\" \\", List.of("y"), "𠮷野家", List.of("z"), "Backend_Team", List.of("b"),
					"1001", List.of("c"), "已写", List.of("d"), "秘书(北京)", List.of("e")));
	}

	@Test
	void standInBlocksLikewiseAndTakeReferences() {
		assertThat(groups("""
				  groups:
				    研发部:       # the first
				      - ${GROUP}
				      - developers
				    ? 销售部
				    : ${GROUP}
				    a.b: [dots]
				""")).isEqualTo(
				Map.of("研发部", List.of("readers", "developers"), "销售部", List.of("readers"), "a.b", List.of("dots")));
	}

	@Test
	void thatTheBinderTakesForTheSameAreTwo() {
		assertThat(groups("  groups: {dev-ops: a, devops: b, DevOps: c, 研发-1: d, 研发1: e}"))
			.isEqualTo(Map.of("dev-ops", List.of("a"), "devops", List.of("b"), "DevOps", List.of("c"), "研发-1",
					List.of("d"), "研发1", List.of("e")));
	}

	@Test
	void canBeSetOnTheCommandLine() {
		Map<String, String> overrides = Map.of("target.groups.研发部", "a", "target.groups.示例科技/研发部[0]", "b",
				"target.groups[v1.0 组]", "c", "target.groups.plain", "d");
		assertThat(groups("", overrides)).isEqualTo(
				Map.of("研发部", List.of("a"), "示例科技/研发部", List.of("b"), "v1.0 组", List.of("c"), "plain", List.of("d")));
	}

	@ParameterizedTest
	@CsvSource({ "target.groups.研发部,target.groups[研发部]", "研发部.x,[研发部].x", "a.b-c_D[0],a.b-c_D[0]", "a.研[0].b,a[研][0].b",
			"a[研.发],a[研.发]" })
	void getBracketsWhereTheBinderNeedsThem(String key, String bracketed) {
		assertThat(KeyBrackets.ofKey(key)).isEqualTo(bracketed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: 1\nb: [x, {c-d: 2}]\n", "a: [1, 2\n", "\uFEFFa: 1\n", "", "- x\n",
			"a: &n {b: 1}\nc: *n\n", "true: x\n<<: {a: 1}\n" })
	void leaveATextWithoutThemAsItIs(String yaml) {
		assertThat(KeyBrackets.of(yaml)).isEqualTo(yaml);
	}

	@Test
	void keepEveryLineWhereItIs() {
		String yaml = "\uFEFFa: 𠮷\n𠮷: {研: &n {发: 1}}\n# 研: x\nb: *n\nc: |\n  研: 发\n";
		assertThat(KeyBrackets.of(yaml))
			.isEqualTo("\uFEFFa: 𠮷\n\"[𠮷]\": {\"[研]\": &n {\"[发]\": 1}}\n# 研: x\nb: *n\nc: |\n  研: 发\n");
	}

	@Test
	void areNamedWhenTheyAreWrong() {
		assertThatExceptionOfType(JobFileException.class)
			.isThrownBy(() -> groups("  groups: {研发部: developers}\n  研发部: x\n  colour: {研发部: a}"))
			.satisfies((ex) -> assertThat(ex.faults()).extracting(Fault::place, Fault::key)
				.containsExactly(tuple("job.yaml:6", "target[研发部]"), tuple("job.yaml:7", "target.colour[研发部]")));
	}

	@Test
	void areNoSecretsWhateverTheyContain() {
		assertThat(groups("  groups: {Token 组: a, 公司/Secretariat: b}"))
			.isEqualTo(Map.of("Token 组", List.of("a"), "公司/Secretariat", List.of("b")));
		assertThat(SecretKeys.contains("target[secret]")).isTrue();
		assertThat(SecretKeys.contains("target[contact-secret]")).isTrue();
		assertThat(SecretKeys.contains("target[研发部].secret")).isTrue();
		assertThat(SecretKeys.contains("target.credentials-file")).isFalse();
	}

	private Map<String, List<String>> groups(String target) {
		return groups(target, Map.of());
	}

	private Map<String, List<String>> groups(String target, Map<String, String> overrides) {
		JobText text = new JobText("job", "job.yaml", JOB.formatted(target), overrides);
		return ((Grouping.Groups) this.reader.read(text).target().settings()).groups();
	}

	/** A target whose settings have names for keys. */
	private static final class Grouping implements Connector<Grouping.Groups> {

		/** Names of groups by names of departments. */
		record Groups(@DefaultValue Map<String, List<String>> groups) {
		}

		@Override
		public String name() {
			return "grouping";
		}

		@Override
		public Class<Groups> settings() {
			return Groups.class;
		}

		@Override
		public boolean isTarget() {
			return true;
		}

	}

}
