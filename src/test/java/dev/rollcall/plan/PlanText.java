package dev.rollcall.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.Operation;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;

/**
 * Two directories, a job and the plan that is expected, as a text that one can read.
 *
 * <pre>
 * == job
 * operations create update
 * == source
 * department 公司/研发部
 * member zhangsan @公司/研发部 name=张三 position=工程师
 * == target
 * == plan
 * + department 公司
 * </pre>
 *
 * A member's departments follow {@code @}, the main one first, then {@code :order} and
 * {@code *} for a leader. A field that is not named is unknown, {@code field=} is empty.
 */
final class PlanText {

	private final Map<String, List<String>> sections = new LinkedHashMap<>();

	static PlanText read(Path file) throws IOException {
		PlanText text = new PlanText();
		List<String> current = new ArrayList<>();
		for (String line : Files.readAllLines(file)) {
			if (line.startsWith("== ")) {
				current = new ArrayList<>();
				text.sections.put(line.substring(3).strip(), current);
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				current.add(line.stripTrailing());
			}
		}
		return text;
	}

	List<String> expected() {
		return section("plan");
	}

	PlanRehearsal rehearse() {
		Schema schema = schema();
		String[] unique = words("unique").toArray(String[]::new);
		return PlanRehearsal.of(directory("source", schema), directory("target", schema, unique), operations(),
				update(), ignore(), !section("job").contains("source incomplete"));
	}

	static List<String> lines(PlanRehearsal plan) {
		List<String> lines = new ArrayList<>();
		plan.changes().forEach((change) -> lines.add(line(change, plan)));
		plan.withheld().forEach((change) -> lines.add("withheld " + line(change, plan)));
		lines.addAll(plan.remarks());
		return lines;
	}

	private static String line(Change change, PlanRehearsal plan) {
		String differences = Differences.of(change, plan::path)
			.stream()
			.map((difference) -> difference.field() + ": " + difference.before() + " -> " + difference.after())
			.collect(Collectors.joining(", "));
		return change.kind().symbol() + " " + change.entry().name().toLowerCase(java.util.Locale.ROOT) + " "
				+ change.key() + (differences.isEmpty() || change.before() == null || change.after() == null ? ""
						: " | " + differences)
				+ " | " + change.reason();
	}

	private List<String> section(String name) {
		return this.sections.getOrDefault(name, List.of());
	}

	private List<String> words(String key) {
		return section("job").stream()
			.filter((line) -> line.startsWith(key + " "))
			.flatMap((line) -> List.of(line.substring(key.length() + 1).split(" ")).stream())
			.toList();
	}

	private Operations operations() {
		List<String> words = words("operations");
		return new Operations(words.contains("create"), words.contains("update"), words.contains("delete"),
				words.contains("departments"));
	}

	private UpdateMode update() {
		List<String> words = words("update");
		return words.isEmpty() ? UpdateMode.CHANGED
				: UpdateMode.valueOf(words.get(0).toUpperCase(java.util.Locale.ROOT));
	}

	/** {@code ignore mobile,email on update for zhangsan,公司/研发部}. */
	private IgnoreRules ignore() {
		List<IgnoreRule> rules = new ArrayList<>();
		for (String line : section("job")) {
			if (line.startsWith("ignore ")) {
				List<String> words = List.of(line.split(" "));
				rules.add(new IgnoreRule(set(words.get(1), "*"), operations(after(words, "on")),
						selector(after(words, "for"))));
			}
		}
		return new IgnoreRules(rules);
	}

	private static String after(List<String> words, String word) {
		int at = words.indexOf(word);
		return (at < 0) ? "" : words.get(at + 1);
	}

	private static Set<String> set(String list, String nothing) {
		return list.equals(nothing) || list.isEmpty() ? Set.of() : Set.of(list.split(","));
	}

	private static Set<Operation> operations(String list) {
		return set(list, "").stream()
			.map((word) -> Operation.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
			.collect(Collectors.toSet());
	}

	private static EntrySelector selector(String list) {
		Map<Boolean, List<String>> byKind = set(list, "").stream()
			.collect(Collectors.partitioningBy((word) -> word.contains("/")));
		return new EntrySelector(Set.copyOf(byKind.get(false)), byKind.get(true));
	}

	/** All fields that any member of either side names. */
	private Schema schema() {
		Set<String> names = new LinkedHashSet<>();
		for (String side : List.of("source", "target")) {
			section(side).stream()
				.filter((line) -> line.startsWith("member "))
				.forEach((line) -> fields(line).forEach((name, value) -> names.add(name)));
		}
		return Schema.of(List.copyOf(names));
	}

	private MemoryDirectory directory(String side, Schema schema, String... unique) {
		MemoryDirectory directory = MemoryDirectory.plain(side, schema, unique);
		for (String line : section(side)) {
			String[] words = line.split(" ");
			if (words[0].equals("department")) {
				department(directory, words[1], fields(line).get("id"));
			}
			else {
				directory.put(member(directory, words[1], line, schema));
			}
		}
		return directory;
	}

	private static String department(MemoryDirectory directory, String path, String id) {
		DepartmentTree tree = new DepartmentTree(directory.departments());
		List<Department> there = directory.departments()
			.stream()
			.filter((department) -> tree.path(department.ref()).equals(path))
			.toList();
		if (!there.isEmpty()) {
			return there.get(0).ref();
		}
		int slash = path.lastIndexOf('/');
		String parent = (slash < 0) ? null : department(directory, path.substring(0, slash), null);
		return directory.put(parent, path.substring(slash + 1), id);
	}

	private static Member member(MemoryDirectory directory, String userid, String line, Schema schema) {
		List<Placement> placements = new ArrayList<>();
		for (String word : line.split(" ")) {
			if (word.startsWith("@")) {
				boolean leader = word.endsWith("*");
				String[] parts = word.substring(1).replace("*", "").split(":");
				placements.add(new Placement(department(directory, parts[0], null),
						(parts.length > 1) ? Long.valueOf(parts[1]) : null, leader ? Boolean.TRUE : null));
			}
		}
		String[] names = userid.split("->");
		String current = names[names.length - 1];
		return new Member(Userid.key(current), current, (names.length > 1) ? names[0] : null,
				Fields.of(schema, fields(line)),
				placements.isEmpty() ? null : new Placements(placements, placements.get(0).department()), null);
	}

	private static Map<String, String> fields(String line) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String word : line.split(" ")) {
			int at = word.indexOf('=');
			if (at > 0 && !word.startsWith("@")) {
				fields.put(word.substring(0, at), word.substring(at + 1));
			}
		}
		return fields;
	}

}
