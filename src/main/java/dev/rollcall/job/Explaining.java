package dev.rollcall.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.SoughtEntry;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobText;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Origin;
import dev.rollcall.plan.Explainer;
import dev.rollcall.plan.Explanation;
import dev.rollcall.report.Explained;
import dev.rollcall.staging.Side;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a run would do about some entries: goes the way of a run as far as its
 * plan, and keeps only what is asked for.
 */
final class Explaining {

	/** How many entries are explained if several have one name. */
	private static final int MOST = 5;

	private final JobParts parts;

	private final Trials trials;

	Explaining(JobParts parts, Trials trials) {
		this.parts = parts;
		this.trials = trials;
	}

	Explained explain(JobText text, JobDefinition definition, String word, RunObserver observer) {
		return this.trials.make(text, definition, observer, (context, planning) -> plan(context, planning, word));
	}

	private Explained plan(RunContext context, Planning planning, String word) {
		SoughtEntry sought = new SoughtEntry(word);
		Explainer explainer = new Explainer(sought, MOST);
		Map<String, String> paths = planning.plan(explainer, explainer::watching);
		List<Explanation> explanations = explainer.explanations();
		JobDefinition definition = context.definition();
		return new Explained(context.run(), sought.word(), definition.operations(), definition.update(),
				definition.ignore(), explanations, explainer.all(), explainer.near(),
				this.parts.snapshots().find(context.id(), Side.SOURCE).parts(),
				findings(context.id(), sought, explanations), planning.gaps(), paths,
				places(planning.departments(), explanations));
	}

	/** The paths of those that are departments. */
	private static Map<Entry, String> places(DepartmentMatching matching, List<Explanation> explanations) {
		Map<Entry, String> places = new HashMap<>();
		explanations.stream()
			.filter((explanation) -> explanation.kind() == EntryKind.DEPARTMENT)
			.map(Explanation::pairing)
			.forEach((pairing) -> {
				pairing.desired().forEach((entry) -> places.put(entry, matching.source().path(entry.ref())));
				pairing.existing().forEach((entry) -> places.put(entry, matching.target().path(entry.ref())));
			});
		return places;
	}

	/** What could not be used of the rows of the entries in question. */
	private List<Finding> findings(long trial, SoughtEntry sought, List<Explanation> explanations) {
		Set<String> userids = new HashSet<>(Set.of(sought.word()));
		Set<Origin> origins = new HashSet<>();
		explanations.stream()
			.flatMap((explanation) -> explanation.pairing().desired().stream())
			.filter((entry) -> entry.kind() == EntryKind.MEMBER)
			.forEach((entry) -> {
				Stream.ofNullable(entry.origin()).forEach(origins::add);
				Stream.ofNullable(userid(entry)).forEach(userids::add);
			});
		return this.parts.findings().about(trial, userids, origins);
	}

	private static @Nullable String userid(Entry entry) {
		return (entry instanceof Member member) ? member.userid() : null;
	}

}
