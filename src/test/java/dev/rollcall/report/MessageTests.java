package dev.rollcall.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.compare.AppliedRule;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Pairing;
import dev.rollcall.staging.Application;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every sentence that the code says stands in both bundles, with the same values in it,
 * and no bundle holds one that nobody says. The code is read as text: a code is a string
 * that begins with the name of a room.
 */
class MessageTests {

	private static final Path MAIN = Path.of("src/main");

	/** What has a bundle of its own below {@code connector}. */
	private static final List<String> CONNECTORS = List.of("authing", "jdbc", "remote", "tencentcam", "wecom");

	private static final Pattern LITERAL = Pattern.compile("\"((cli|definition|job|notice|outcome|plan|report|staging|"
			+ String.join("|", CONNECTORS) + ")\\.[a-zA-Z0-9.-]*)\"");

	/** A call that names a sentence, as far as its first argument. */
	private static final Pattern CALL = Pattern.compile("\\b(?:of|line)\\(\\s*" + LITERAL.pattern() + "\\s*(?=[,)])");

	private static final Pattern VALUE = Pattern.compile("\\{(\\d+)[^}]*}");

	/** What is put behind the codes that end with a dot. */
	private static final Map<String, Collection<String>> ENDINGS = Map.ofEntries(
			Map.entry("cli.needs.",
					List.of("application", "count", "digest", "duration", "fault-share", "field", "file", "format",
							"groups", "habit", "hash", "id", "job", "job-run", "key", "key-value", "lang", "member",
							"n", "path", "person", "port", "reason", "run", "token", "userid", "validity", "workbook")),
			Map.entry("cli.standing.", words(Arrays.stream(Application.State.values()))),
			Map.entry("report.application-state.", words(Arrays.stream(Application.State.values()))),
			Map.entry("cli.step.", steps()), Map.entry("report.audit.", words(Arrays.stream(AuditLog.Kind.values()))),
			Map.entry("plan.word.",
					words(Stream.concat(Arrays.stream(ChangeKind.values()),
							Stream.of("departments", "members", "members-of-departments")))),
			Map.entry("report.because.", words(Arrays.stream(Disposition.values()))),
			Map.entry("report.decision.", words(Arrays.stream(Disposition.values()))),
			Map.entry("report.entry.", words(Arrays.stream(EntryKind.values()))),
			Map.entry("report.key.", words(Arrays.stream(MemberKey.values()))),
			Map.entry("report.kind.", words(Arrays.stream(ChangeKind.values()))),
			Map.entry("report.outcome.", List.of("deleted", "kept", "left-out", "withheld", "written")),
			Map.entry("report.paired.", words(Arrays.stream(Pairing.How.values()))),
			Map.entry("report.rule.",
					words(Arrays.stream(AppliedRule.values()).filter((rule) -> rule != AppliedRule.IGNORED))),
			Map.entry("report.run-state.",
					words(Stream.concat(Arrays.stream(RunState.values()), Stream.of("interrupted")))),
			Map.entry("report.state.", List.of("failed", "sent", "withheld")),
			Map.entry("report.traffic.", List.of("source", "source-of", "target", "target-of")));

	@ParameterizedTest
	@MethodSource("bundles")
	void bothLanguagesSayTheSame(String bundle) {
		Properties english = sentences(bundle + ".properties");
		Properties chinese = sentences(bundle + "_zh.properties");
		assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames()).isNotEmpty();
		for (String code : english.stringPropertyNames()) {
			assertThat(values(chinese.getProperty(code))).as(code).isEqualTo(values(english.getProperty(code)));
			for (Properties sentences : List.of(english, chinese)) {
				String said = new MessageFormat(sentences.getProperty(code), Locale.ROOT)
					.format(new Object[] { "<0>", "<1>", "<2>", "<3>", "<4>", "<5>", "<6>" });
				values(sentences.getProperty(code))
					.forEach((value) -> assertThat(said).as(code).contains("<" + value + ">"));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void theChineseIsChinese(String bundle) {
		Properties chinese = sentences(bundle + "_zh.properties");
		assertThat(chinese.stringPropertyNames())
			.allSatisfy((code) -> assertThat(VALUE.matcher(chinese.getProperty(code)).replaceAll("")).as(code)
				.matches(".*[\\p{IsHan}，：“”（）].*|.*update: overwrite.*"));
	}

	@Test
	void saysWhatTheBundlesHoldAndNothingElse() {
		Set<String> said = new TreeSet<>();
		for (String code : codes()) {
			if (code.endsWith(".")) {
				assertThat(ENDINGS).as("what is put behind a code").containsKey(code);
				ENDINGS.get(code).forEach((ending) -> said.add(code + ending));
			}
			else {
				said.add(code);
			}
		}
		Set<String> held = new TreeSet<>();
		bundles().forEach((bundle) -> held.addAll(sentences(bundle + ".properties").stringPropertyNames()));
		assertThat(said).isEqualTo(held);
	}

	@Test
	void givesEverySentenceTheValuesItSpeaksOf() {
		Properties sentences = new Properties();
		bundles().forEach((bundle) -> sentences.putAll(sentences(bundle + ".properties")));
		int calls = 0;
		for (String source : sources()) {
			Matcher call = CALL.matcher(source);
			while (call.find()) {
				calls++;
				int given = arguments(source, call.end());
				Set<Integer> spokenOf = values(String.valueOf(sentences.getProperty(call.group(1))));
				assertThat(spokenOf).as("%s is given %d values", call.group(1), given)
					.allMatch((value) -> value < given);
			}
		}
		assertThat(calls).isGreaterThan(100);
	}

	@Test
	void putsVendorsInSentencesIntoWordsToo() {
		Message message = Message.of("remote.interrupted", "wecom.vendor");
		assertThat(Words.in(Locale.ENGLISH).of(message))
			.isEqualTo("Waiting for WeCom was interrupted. Go on with \"restart\".");
		assertThat(Words.in(Locale.SIMPLIFIED_CHINESE).of(message)).isEqualTo("等待企业微信时被中断。用“restart”继续。");
	}

	@Test
	void putsStatesInSentencesIntoWordsToo() {
		Message message = Message.of("job.is-over", 7, "report.run-state.done");
		assertThat(Words.in(Locale.ENGLISH).of(message))
			.isEqualTo("Run 7 is over (done): there is nothing to give up.");
		assertThat(Words.in(Locale.SIMPLIFIED_CHINESE).of(message)).isEqualTo("运行 7 已结束（完成），无需放弃。");
	}

	private static Stream<String> bundles() {
		return Stream.concat(Stream.of("report/messages"),
				CONNECTORS.stream().map((connector) -> "connector/" + connector + "/messages"));
	}

	/** How many arguments stand before the parenthesis that closes the call. */
	private static int arguments(String source, int from) {
		int depth = 0;
		int count = 0;
		boolean text = false;
		for (int i = from; depth >= 0; i++) {
			char character = source.charAt(i);
			if (character == '"' && source.charAt(i - 1) != '\\') {
				text = !text;
			}
			if (!text) {
				depth += switch (character) {
					case '(', '{', '[' -> 1;
					case ')', '}', ']' -> -1;
					default -> 0;
				};
				count += (character == ',' && depth == 0) ? 1 : 0;
			}
		}
		return count;
	}

	private static Set<String> codes() {
		return sources().stream()
			.flatMap((source) -> LITERAL.matcher(source).results().map((found) -> found.group(1)))
			.filter((code) -> !code.endsWith(".json") && !code.endsWith(".txt"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> sources() {
		try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).map(MessageTests::text).toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Set<Integer> values(String sentence) {
		return VALUE.matcher(sentence)
			.results()
			.map((MatchResult found) -> Integer.valueOf(found.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties sentences(String bundle) {
		Properties sentences = new Properties();
		try (Reader reader = Files.newBufferedReader(MAIN.resolve("resources/dev/rollcall").resolve(bundle))) {
			sentences.load(reader);
			return sentences;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Collection<String> steps() {
		return Pattern.compile("= \"([a-zA-Z]+)\";")
			.matcher(text(MAIN.resolve("java/dev/rollcall/job/Steps.java")))
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	private static Collection<String> words(Stream<?> constants) {
		return constants.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
	}

}
