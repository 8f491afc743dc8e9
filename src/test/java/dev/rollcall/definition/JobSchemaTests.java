package dev.rollcall.definition;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.Operation;
import dev.rollcall.connector.Connector;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Limit;
import dev.rollcall.plan.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The schema that editors read says what the reader does. */
class JobSchemaTests {

	private static final String LEAST = """
			source: {connector: excel, file: contacts.xlsx}
			target: {connector: jdbc}
			operations: [create]
			""";

	private static final String WECOM = "source: {connector: wecom, corp-id: ww1, contact-secret: '${SECRET}'";

	private static final String AUTHING = "target: {connector: authing, access-key-id: '${SECRET}', "
			+ "access-key-secret: '${SECRET}', organization: acme";

	private static final String CAM = "target: {connector: tencentcam, secret-id: '${SECRET}', secret-key: '${SECRET}'";

	private static final String MAIL = "applications: {notice: {mail: {to: [a@example.com, b@example.com], "
			+ "from: c@example.com, host: smtp.example.com, ";

	private static final JobSchema SCHEMA = new JobSchema();

	private static final List<Connector<?>> CONNECTORS = connectors();

	@Test
	void knowsTheKeysThatTheReaderAcceptsAndNoOther() {
		assertThat(SCHEMA.keys().keySet()).isEqualTo(keysOfTheReader().keySet());
	}

	@Test
	void namesTheSameChoices() {
		keysOfTheReader().forEach((key, type) -> {
			if (type instanceof Class<?> choice && choice.isEnum()) {
				assertThat(choices(key)).as(key).isEqualTo(constants(choice));
			}
		});
		assertThat(choices("source.connector")).isEqualTo(names(CONNECTORS.stream().filter(Connector::isSource)));
		assertThat(choices("target.connector")).isEqualTo(names(CONNECTORS.stream().filter(Connector::isTarget)));
	}

	@Test
	void namesTheFieldsThatHaveAMeaning() {
		Set<String> fields = new TreeSet<>(FieldNames.OF_MEMBERS);
		fields.addAll(FieldNames.OF_DEPARTMENTS);
		fields.addAll(FieldNames.OF_PLACEMENTS);
		assertThat(choices("ignore[].fields[]")).isEqualTo(fields);
	}

	@Test
	void namesTheSameDefaults() {
		Map<String, String> defaults = new TreeMap<>();
		SCHEMA.keys().forEach((key, schema) -> {
			if (schema.has("default")) {
				defaults.put(key, words(schema.get("default")));
			}
		});
		Map<String, String> expected = defaultsOfTheReader();
		expected.put("operations[].delete.departments", "false");
		expected.put("on-leave", "delete");
		assertThat(defaults).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource(ChangeKind.class)
	void saysWhichLimitsThereAreIfTheJobNamesNone(ChangeKind kind) {
		String key = "." + kind.name().toLowerCase(Locale.ROOT);
		assertThat(explanation("limits.members" + key)).contains(numbers(Limits.DEFAULT.of(EntryKind.MEMBER, kind)));
		assertThat(explanation("limits.departments" + key))
			.contains(numbers(Limits.DEFAULT.of(EntryKind.DEPARTMENT, kind)));
		Limit subtree = Limits.DEFAULT.inSubtrees(kind);
		assertThat(explanation("limits.subtrees" + key))
			.contains((subtree != null) ? "Absent: " + numbers(subtree) : "not measured", numbers(Limits.subtree()));
	}

	private static String explanation(String key) {
		return SCHEMA.keys().get(key).path("description").asText();
	}

	/** As a job file would say it. */
	private static String numbers(Limit limit) {
		return "{count: " + limit.count() + ", percent: " + (long) limit.percent() + ", small-percent: "
				+ (long) limit.smallPercent() + ", floor: " + limit.floor()
				+ ((limit.cap() != Limit.NO_CAP) ? ", cap: " + limit.cap() : "") + "}";
	}

	@Test
	void explainsEveryKey() {
		SCHEMA.keys().forEach((key, schema) -> {
			if (!key.endsWith("[]") && !key.endsWith(").connector")) {
				assertThat(schema.path("description").asText()).as(key).endsWith(".");
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", WECOM + "}", WECOM + ", companion: {connector: excel, file: a.xlsx}}",
			WECOM + ", detail: full, app-secret: '${SECRET}', base-url: 'http://127.0.0.1:8090', import-from: 9}",
			WECOM + ", rate: {minute: 60, hour: 600}, rates: {user-create: {minute: 6, hour: 60}}, at-once: 4}",
			WECOM + ", timeouts: {connect: 100, answer: '${LIMIT}'}, patience: {attempts: 1, longest: 0}}",
			"target: {connector: wecom, corp-id: ww1, contact-secret: '${SECRET}', custom-fields: [工号, 车牌]}",
			AUTHING + "}", AUTHING + ", ignore-root: false, users: pool, userid: [external_id], passwords: generated}",
			AUTHING + ", rate: {second: 5}, rates: {list-users: {minute: 60}}, at-once: 2, patience: {pause: 9}}",
			CAM + "}", CAM + ", visible-range: {departments: [公司/研发部, 7], members: [a]}, wecom-sub-users: delete}",
			CAM + ", groups: {研发部: developers, 公司/研发部/后端: [developers, 后端组], 7: x}, application-groups: [guests]}",
			CAM + ", names: {rule: 'wx-{userid-local}', overrides: names.csv}, console-login: true, rate: {second: 5}}",
			CAM + ", use-api: true, credentials-file: new.csv, rates: {add-user: {second: 5}}, at-once: 2}",
			"description: x", "match: {members: [userid, username]}",
			"match: {members: [userid, mobile], departments: [path]}",
			"operations: [create, delete: {departments: true}]", "update: never",
			"ignore: [{fields: [gender, 工号], operations: [update], entries: {members: [a], departments: [公司]}}]",
			"limits: {delete: {count: 5, percent: 2.5, floor: 0}}",
			"limits: {update: {count: 5}, members: {move: {small-percent: 50, cap: 0}}, subtrees: {create: {floor: 3}}}",
			"limits: {delete: {count: '${LIMIT}'}}", "operations: [delete]\non-leave: delete",
			"operations: [update, delete]\non-leave: disable",
			"operations: [delete: {departments: true}]\non-leave: {disable-then-delete-after: 30d}",
			"operations: [delete]\non-leave: {disable-then-delete-after: 30}",
			"operations: [delete]\non-leave: {disable-then-delete-after: '${LIMIT}'}", "scope: {members: [a, 1001]}",
			"scope: {departments: [公司/研发部]}", "schedule: {cron: '0 0 3 * * *', zone: Asia/Shanghai}",
			"applications: {valid: 90m, link: 'https://it.example.com/apply?token={token}'}",
			"applications: {notice: {robot: '${ROBOT}', mention: [lisi, 1001, '@all']}}",
			"applications: {notice: {robot: '${ROBOT}', robot-url: 'http://127.0.0.1:8090'}}",
			"applications: {notice: {mail: {to: [it@example.com], from: rollcall@example.com, host: smtp.example.com}}}",
			MAIL + "tls: tls, port: 465, username: rollcall, password: '${SECRET}'}}}",
			MAIL + "tls: none, port: '${LIMIT}'}}}",
			"source: {connector: excel, file: a.csv, sheet: 成员列表, start-row: 3, end-row: 9, numeric-userid: accept}",
			"source: {connector: excel, file: a.xlsx, sheet: 0}", "source: {connector: excel, file: a.xlsx, sheet: }",
			"source: {connector: jdbc, url: 'jdbc:hsqldb:mem:x', username: sa, password: '${SECRET}'}" })
	void acceptsWhatTheReaderAccepts(String yaml) {
		assertThat(faults(job(yaml))).isNull();
		assertThat(SCHEMA.accepts(job(yaml))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "source: {connector: wecom, corp-id: ww1}", AUTHING + ", users: everybody}",
			AUTHING + ", passwords: '123456'}", AUTHING + ", rates: {make-users: {second: 5}}}",
			AUTHING + ", companion: {connector: excel, file: a.xlsx}}",
			"target: {connector: tencentcam, secret-id: '${SECRET}'}", CAM + ", names: {rule: '{mobile}'}}",
			CAM + ", visible-range: {}}", CAM + ", visible-range: {departments: []}}", CAM + ", groups: {研发部: []}}",
			CAM + ", names: {rule: admin}}", CAM + ", groups: {研发部: ['a,b']}}", CAM + ", wecom-sub-users: drop}",
			CAM + ", visible-range: 研发部}", CAM + ", use-api: true}", CAM + ", rates: {make-user: {second: 5}}}",
			"target: {connector: authing, access-key-id: '${SECRET}', access-key-secret: '${SECRET}'}",
			"target: {connector: authing, access-key-id: '${SECRET}', access-key-secret: hunter2, organization: acme}",
			"source: {connector: wecom, contact-secret: '${SECRET}'}",
			"source: {connector: wecom, corp-id: ww1, contact-secret: hunter2}", WECOM + ", app-secret: hunter2}",
			WECOM + ", detail: all}", WECOM + ", rate: {minute: 0, hour: 600}}", WECOM + ", at-once: 0}",
			WECOM + ", rates: {user-make: {minute: 6, hour: 60}}}", WECOM + ", companion: {file: a.xlsx}}",
			WECOM + ", file: a.xlsx}",
			"source: {connector: excel, file: a.xlsx, companion: {connector: excel, file: b.xlsx}}", "retries: 3",
			"match: {members: [new-userid]}", "match: {members: []}", "match: {by: [id]}", "operations: [destroy]",
			"operations: [create: {departments: true}]", "update: sometimes",
			"ignore: [{fields: [gender], operations: [remove]}]", "ignore: [{feilds: [gender]}]",
			"limits: {delete: {count: many}}", "limits: {delete: {percent: 120}}", "limits: {rename: {count: 5}}",
			"limits: {members: {count: 5}}", "limits: {subtrees: {move: {cap: -1}}}",
			"limits: {departments: {move: {small-percent: 101}}}", "limits: {delete: {off: true}}", "on-leave: disable",
			"operations: [delete]\non-leave: disabled",
			"operations: [delete]\non-leave: {disable-then-delete-after: soon}",
			"operations: [delete]\non-leave: {disable-then-delete-after: 0}",
			"operations: [delete]\non-leave: {delete-after: 30d}", "scope: {members: []}", "scope: {people: [a]}",
			"applications: {valid: 25}", "applications: {valid: soon}", "applications: {links: x}",
			"applications: {link: 'https://it.example.com/apply'}", "applications: {link: 'ftp://it/{token}'}",
			"applications: {notice: {robot: 693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa}}",
			"applications: {notice: {robot: '${ROBOT}', robot-url: 'ftp://127.0.0.1'}}",
			"applications: {notice: {mention: [lisi]}}", "applications: {notice: {mail: {to: [it@example.com]}}}",
			MAIL + "tls: perhaps}}}", MAIL + "port: 0}}}", MAIL + "username: rollcall}}}",
			MAIL + "username: rollcall, password: hunter2}}}",
			"applications: {notice: {mail: {to: [], from: a@example.com, host: smtp.example.com}}}",
			"schedule: {zone: Asia/Shanghai}", "source: {file: a.xlsx}", "source: {connector: word, file: a.docx}",
			"source: {connector: excel}", "source: {connector: excel, file: a.xlsx, start-row: -3}",
			"source: {connector: excel, file: a.xlsx, numeric-userid: maybe}",
			"source: {connector: excel, file: a.xlsx, url: x}", "target: {connector: excel, file: a.xlsx}",
			"target: {connector: jdbc, url: 'mysql://x'}", "target: {connector: jdbc, username: sa}",
			"target: {connector: jdbc, url: 'jdbc:hsqldb:mem:x', password: hunter2}" })
	void refusesWhatTheReaderRefuses(String yaml) {
		assertThat(faults(job(yaml))).isInstanceOf(JobFileException.class);
		assertThat(SCHEMA.accepts(job(yaml))).isFalse();
	}

	static Stream<Path> jobs() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("jobs"))) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("jobs")
	void theJobsThereAreReferToItAndKeepToIt(Path file) throws IOException {
		String yaml = Files.readString(file);
		assertThat(yaml).startsWith("# yaml-language-server: $schema=rollcall-job.schema.json\n");
		assertThat(SCHEMA.accepts(yaml)).isTrue();
		MockEnvironment environment = new MockEnvironment();
		Pattern.compile("\\$\\{(\\w+)}")
			.matcher(yaml)
			.results()
			.forEach((reference) -> environment.withProperty(reference.group(1), "x"));
		assertThat(faults(yaml, environment)).isNull();
	}

	/** The least job there is, with one key of it set otherwise. */
	private static String job(String yaml) {
		String key = yaml.substring(0, Math.max(0, yaml.indexOf(':')));
		return LEAST.lines()
			.filter((line) -> key.isEmpty() || !line.startsWith(key + ":"))
			.collect(Collectors.joining("\n", "", "\n")) + yaml + "\n";
	}

	private static Throwable faults(String yaml) {
		return faults(yaml,
				new MockEnvironment().withProperty("LIMIT", "3")
					.withProperty("SECRET", "x")
					.withProperty("ROBOT", "693a91f6-7e3c-4bc4-97a0-0ec2sifa5aaa"));
	}

	private static Throwable faults(String yaml, MockEnvironment environment) {
		return catchThrowable(
				() -> new JobReader(CONNECTORS, environment).read(new JobText("job", "job.yaml", yaml, Map.of())));
	}

	/** Every key with its type: those that are bound, and the five that are not. */
	private static Map<String, Type> keysOfTheReader() {
		Map<String, Type> keys = new TreeMap<>();
		collect("", JobKeys.class, keys);
		for (String side : List.of("source", "target")) {
			keys.put(side, Record.class);
			keys.put(side + ".connector", String.class);
			for (Connector<?> connector : CONNECTORS) {
				if (side.equals("source") ? connector.isSource() : connector.isTarget()) {
					String path = side + "(" + connector.name() + ")";
					keys.put(path + ".connector", String.class);
					collect(path, connector.settings(), keys);
					if (connector.takesCompanion()) {
						keys.put(path + ".companion", Record.class);
					}
				}
			}
		}
		keys.put("operations", List.class);
		keys.put("operations[]", Operation.class);
		keys.put("operations[].delete", Record.class);
		keys.put("operations[].delete.departments", boolean.class);
		keys.put("on-leave", Record.class);
		keys.put("on-leave.disable-then-delete-after", Duration.class);
		keys.put("scope", Record.class);
		for (String list : List.of("scope.members", "scope.departments")) {
			keys.put(list, List.class);
			keys.put(list + "[]", String.class);
		}
		return keys;
	}

	private static void collect(String path, Class<?> type, Map<String, Type> keys) {
		for (RecordComponent component : type.getRecordComponents()) {
			collect(key(path, component), component.getGenericType(), keys);
		}
	}

	private static void collect(String key, Type type, Map<String, Type> keys) {
		keys.put(key, type);
		if (type instanceof ParameterizedType list && list.getRawType() instanceof Class<?> raw
				&& Collection.class.isAssignableFrom(raw)) {
			collect(key + "[]", list.getActualTypeArguments()[0], keys);
		}
		else if (type instanceof Class<?> record && record.isRecord()) {
			collect(key, record, keys);
		}
	}

	private static Map<String, String> defaultsOfTheReader() {
		Map<String, String> defaults = new TreeMap<>();
		defaults("", JobKeys.class, defaults);
		defaults("match", JobKeys.Match.class, defaults);
		allDefaults("applications", ApplicationKeys.class, defaults);
		for (Connector<?> connector : CONNECTORS) {
			for (String side : List.of("source", "target")) {
				if (side.equals("source") ? connector.isSource() : connector.isTarget()) {
					allDefaults(side + "(" + connector.name() + ")", connector.settings(), defaults);
				}
			}
		}
		defaults.remove("description");
		return defaults;
	}

	/** Of those of a connector, and of the records that they are made of. */
	private static void allDefaults(String path, Class<?> type, Map<String, String> defaults) {
		defaults(path, type, defaults);
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getType().isRecord()) {
				allDefaults(key(path, component), component.getType(), defaults);
			}
		}
	}

	private static void defaults(String path, Class<?> type, Map<String, String> defaults) {
		Constructor<?> constructor = type.getDeclaredConstructors()[0];
		for (int i = 0; i < type.getRecordComponents().length; i++) {
			DefaultValue value = constructor.getParameters()[i].getAnnotation(DefaultValue.class);
			if (value != null && value.value().length > 0) {
				defaults.put(key(path, type.getRecordComponents()[i]), String.join(",", value.value()));
			}
		}
	}

	private static String key(String path, RecordComponent component) {
		String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		return path.isEmpty() ? name : path + "." + name;
	}

	/** The words that an editor offers for a key. */
	private static Set<String> choices(String key) {
		Set<String> choices = new TreeSet<>();
		JsonNode schema = SCHEMA.keys().get(key);
		schema.path("enum").forEach((word) -> choices.add(word.asText()));
		schema.path("anyOf")
			.forEach((alternative) -> alternative.path("enum").forEach((word) -> choices.add(word.asText())));
		return choices;
	}

	private static Set<String> constants(Class<?> choice) {
		return Arrays.stream(choice.getEnumConstants())
			.filter((constant) -> constant != MemberKey.NEW_USERID)
			.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> names(Stream<Connector<?>> connectors) {
		return connectors.map(Connector::name).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String words(JsonNode value) {
		List<String> words = new ArrayList<>();
		value.forEach((word) -> words.add(word.asText()));
		return value.isArray() ? String.join(",", words) : value.asText();
	}

	/** All connectors but those of the tests, without a database to work with. */
	private static List<Connector<?>> connectors() {
		var scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AssignableTypeFilter(Connector.class));
		return scan.findCandidateComponents("dev.rollcall.connector")
			.stream()
			.map((found) -> found.getBeanClassName())
			.filter((name) -> !name.equals(MemoryConnector.class.getName()))
			.<Connector<?>>map(JobSchemaTests::connector)
			.toList();
	}

	private static Connector<?> connector(String name) {
		try {
			Constructor<?> constructor = Class.forName(name).getDeclaredConstructors()[0];
			constructor.setAccessible(true);
			return (Connector<?>) constructor.newInstance(new Object[constructor.getParameterCount()]);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
