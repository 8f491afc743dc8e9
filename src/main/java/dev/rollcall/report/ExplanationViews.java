package dev.rollcall.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.compare.AppliedRule;
import dev.rollcall.compare.ExplainedField;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Explanation;
import dev.rollcall.plan.Explanation.ExplainedChange;
import dev.rollcall.plan.Pairing;
import dev.rollcall.report.ExplanationView.EntryView;
import dev.rollcall.report.ExplanationView.FieldView;
import dev.rollcall.report.ExplanationView.PlaceView;
import dev.rollcall.report.RunView.FindingView;

/** Puts together what is shown of entries that are explained. */
public final class ExplanationViews {

	private final Explained explained;

	private final Masking masking;

	private final Words words;

	private ExplanationViews(Explained explained, Masking masking, Words words) {
		this.explained = explained;
		this.masking = masking;
		this.words = words;
	}

	public static ExplanationView of(Explained explained, Masking masking, Words words) {
		return new ExplanationViews(explained, masking, words).view();
	}

	private ExplanationView view() {
		List<FindingView> findings = this.explained.findings()
			.stream()
			.map((finding) -> new FindingView(part(finding.origin().part()), finding.origin().row(), finding.column(),
					this.masking.cell(finding.column(), finding.value()), this.words.of(finding.reason())))
			.toList();
		boolean nowhere = this.explained.explanations().isEmpty();
		return new ExplanationView(this.explained.trial().job(), this.explained.trial().arguments(), word(),
				this.explained.explanations().stream().map(this::entry).toList(), this.explained.all(), findings,
				this.explained.gaps().stream().map(this.words::of).toList(),
				nowhere ? this.explained.near() : List.of());
	}

	private EntryView entry(Explanation explanation) {
		Pairing pairing = explanation.pairing();
		return new EntryView(RunViews.lower(explanation.kind()),
				pairing.desired().stream().map((entry) -> place(entry, true)).toList(),
				pairing.existing().stream().map((entry) -> place(entry, false)).toList(), RunViews.lower(pairing.how()),
				paired(pairing), RunViews.lower(explanation.decision()), because(explanation),
				explanation.fields().stream().map((field) -> field(explanation, field)).toList(),
				explanation.changes()
					.stream()
					.map((change) -> new ChangeViews(this.masking, this.words).of(change.change(), this::path,
							(change.withheld() != null) ? "withheld" : "pending", change.withheld()))
					.toList());
	}

	/** Why nothing, or what, is done to an entry. */
	private String because(Explanation explanation) {
		if (explanation.conflict() != null) {
			return this.words.of(explanation.conflict());
		}
		return this.words.of("report.because." + RunViews.lower(explanation.decision()), detail(explanation));
	}

	private PlaceView place(Entry entry, boolean source) {
		boolean placed = source && entry.origin() != null;
		String key = switch (entry.kind()) {
			case MEMBER -> memberKey((Member) entry);
			case DEPARTMENT -> this.explained.places().getOrDefault(entry, entry.ref());
		};
		String name = (entry instanceof Member member) ? member.name() : ((Department) entry).name();
		return new PlaceView(key, name, entry.ref(),
				(placed && entry.origin() != null) ? part(entry.origin().part()) : null,
				(placed && entry.origin() != null) ? Integer.valueOf(entry.origin().row()) : null);
	}

	private static String memberKey(Member member) {
		return (member.userid() != null) ? member.userid() : member.ref();
	}

	/**
	 * What the entries are called, covered unless it is by a userid, a name or a path.
	 */
	private String word() {
		String word = this.explained.word();
		boolean called = this.explained.explanations()
			.stream()
			.anyMatch((explanation) -> isCalled(explanation.pairing(), word));
		return called ? word : this.masking.cell("", word);
	}

	private String paired(Pairing pairing) {
		String key = switch (pairing.how()) {
			case MOBILE -> this.masking.value(FieldNames.MOBILE, pairing.key());
			case EMAIL -> this.masking.value(FieldNames.EMAIL, pairing.key());
			case CONTESTED, CLAIMED, REPEATED ->
				isCalled(pairing, pairing.key()) ? pairing.key() : this.masking.cell("", pairing.key());
			case LINK -> this.words.of("report.key." + RunViews.lower(Objects.requireNonNull(pairing.link()).by()));
			case USERID, NEW_USERID, NAME, USERNAME, ID, PATH, MEMBERS, ONLY_IN_SOURCE, ONLY_IN_TARGET -> pairing.key();
		};
		return this.words.of("report.paired." + RunViews.lower(pairing.how()), String.valueOf(key),
				pairing.desired().size(), pairing.existing().size(), pairing.agreeing(), pairing.members(),
				(pairing.link() != null) ? pairing.link().run() : 0);
	}

	private boolean isCalled(Pairing pairing, String word) {
		return Stream.concat(pairing.desired().stream(), pairing.existing().stream())
			.anyMatch((entry) -> switch (entry.kind()) {
				case MEMBER -> word.equalsIgnoreCase(((Member) entry).userid())
						|| word.equalsIgnoreCase(((Member) entry).formerUserid())
						|| word.equals(((Member) entry).name());
				case DEPARTMENT -> true;
			});
	}

	/** What the sentence about a decision speaks of. */
	private String detail(Explanation explanation) {
		return switch (explanation.decision()) {
			case PROTECTED -> rules(explanation.protectedBy());
			case INCOMPLETE -> missing(explanation.missing());
			case NOT_UPDATED -> this.explained.operations().update() ? mode() : without("update");
			case NOT_CREATED -> without("create");
			case NOT_DELETED ->
				without((explanation.kind() == EntryKind.MEMBER) ? "delete" : "delete: {departments: true}");
			case WITHHELD -> explanation.changes()
				.stream()
				.map(ExplainedChange::withheld)
				.filter((why) -> why != null)
				.map(this.words::of)
				.findFirst()
				.orElse("");
			case CHANGED, EQUAL, NO_PARENT, KEYLESS, REPEATED, CONFLICT, WAITING, SPARED, STRANGER, NOT_MEANT, NOT_KEPT,
					OUT_OF_SCOPE, AS_BEFORE, LEFT_ALONE ->
				"";
		};
	}

	/** One field of each group would do. */
	private String missing(List<List<String>> groups) {
		return groups.stream()
			.map((group) -> group.stream()
				.reduce((one, other) -> this.words.of("report.either", one, other))
				.orElseThrow())
			.collect(Collectors.joining(", "));
	}

	private String mode() {
		return "update: " + this.explained.update().name().toLowerCase(Locale.ROOT);
	}

	private String without(String operation) {
		return this.words.of("report.without", operation);
	}

	private FieldView field(Explanation explanation, ExplainedField field) {
		String because = switch (field.rule()) {
			case IGNORED -> rules(field.ignoredBy());
			case EQUAL -> this.words.of(equal(field));
			default -> this.words.of("report.rule." + RunViews.lower(field.rule()));
		};
		boolean idle = field.rule().writes() && !isDone(explanation.decision());
		return new FieldView(field.field(), this.masking.value(field.field(), field.desired()),
				this.masking.value(field.field(), field.existing()), RunViews.lower(field.rule()),
				idle ? this.words.of("report.rule-idle", because,
						this.words.of("report.because." + RunViews.lower(explanation.decision()), detail(explanation)))
						: because,
				outcome(explanation, field));
	}

	/** What looks different may be the same all the same. */
	private static String equal(ExplainedField field) {
		if (field.desired() == null || field.desired().equals(field.existing())) {
			return "report.rule.equal";
		}
		return field.field().equals(FieldNames.USERID) ? "report.rule.equal-userid" : "report.rule.equal-department";
	}

	private static boolean isDone(Disposition decision) {
		return decision == Disposition.CHANGED || decision == Disposition.WITHHELD;
	}

	/** What becomes of a field. */
	private static String outcome(Explanation explanation, ExplainedField field) {
		boolean withheld = explanation.changes().stream().anyMatch((change) -> change.withheld() != null);
		if (field.rule() == AppliedRule.ONLY_IN_TARGET) {
			return explanation.changes()
				.stream()
				.map((change) -> change.change().kind())
				.filter(ChangeKind::removes)
				.findFirst()
				.map((kind) -> withheld ? "withheld" : (kind == ChangeKind.DELETE) ? "deleted" : "kept")
				.orElse("kept");
		}
		if (field.rule().writes() && isDone(explanation.decision())) {
			return withheld ? "withheld" : "written";
		}
		return explanation.pairing().existing().isEmpty() ? "left-out" : "kept";
	}

	/** Ignore rules by their places in the job file, each with its text in short. */
	private String rules(List<Integer> places) {
		return places.stream()
			.map((place) -> "ignore[" + place + "] " + text(this.explained.ignore().rules().get(place)))
			.collect(Collectors.joining("; "));
	}

	private static String text(IgnoreRule rule) {
		StringBuilder text = new StringBuilder("{");
		add(text, "fields", new TreeSet<>(rule.fields()));
		add(text, "operations",
				rule.operations().stream().map(RunViews::lower).collect(Collectors.toCollection(TreeSet::new)));
		if (!rule.entries().selectsAll()) {
			StringBuilder entries = new StringBuilder("{");
			add(entries, "members", new TreeSet<>(rule.entries().members()));
			add(entries, "departments", new TreeSet<>(rule.entries().departments()));
			text.append((text.length() > 1) ? ", " : "").append("entries: ").append(entries).append('}');
		}
		return text.append('}').toString();
	}

	private static void add(StringBuilder text, String key, Set<String> values) {
		if (!values.isEmpty()) {
			text.append((text.length() > 1) ? ", " : "")
				.append(key)
				.append(": [")
				.append(String.join(", ", values))
				.append(']');
		}
	}

	private String path(String department) {
		return this.explained.paths().getOrDefault(department, DepartmentRef.ref(department));
	}

	private String part(int part) {
		return (part >= 0 && part < this.explained.parts().size()) ? this.explained.parts().get(part) : "";
	}

}
