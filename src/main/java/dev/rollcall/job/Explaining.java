package dev.rollcall.job;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.SoughtEntry;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobText;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.plan.Explainer;
import dev.rollcall.plan.Explanation;
import dev.rollcall.report.Explained;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Finds out what a run would do about some entries, by going the way of a run as far as
 * its plan: both sides are staged, matched and planned, and only what is asked for is
 * kept. What was staged is forgotten in the end; if the process dies before, the next one
 * that opens the database does so.
 */
final class Explaining {

	/** How many entries are explained if several have one name. */
	private static final int MOST = 5;

	private final JobParts parts;

	private final Surroundings surroundings;

	Explaining(JobParts parts, Surroundings surroundings) {
		this.parts = parts;
		this.surroundings = surroundings;
	}

	Explained explain(JobText text, JobDefinition definition, String word, RunObserver observer) {
		Run trial = new Run(SnapshotStore.TRIAL, text.name(), Run.Goal.PLAN, RunState.RUNNING, text.yaml(),
				text.overrideLines(), null, null, null, null, this.surroundings.clock().instant(), null, 0, null, null,
				0);
		try (RunContext context = RunContext.open(trial, definition, this.surroundings.telling(observer::notice))) {
			List<Message> objections = context.objections();
			if (!objections.isEmpty()) {
				throw new RunException(objections.get(0));
			}
			stage(context, observer);
			return Objects.requireNonNull(this.parts.ownTransaction().execute((status) -> {
				status.setRollbackOnly();
				return plan(context, word);
			}));
		}
		finally {
			this.parts.snapshots().deleteTrials();
		}
	}

	/** Both at the same time, as a run does. */
	private void stage(RunContext context, RunObserver observer) {
		CompletableFuture<?>[] sides = Arrays.stream(Side.values())
			.map((side) -> SideStaging.of(this.parts, context, side, observer))
			.map((side) -> CompletableFuture.runAsync(() -> side.stage(this.parts.ownTransaction()),
					new SimpleAsyncTaskExecutor("stage-")))
			.toArray(CompletableFuture<?>[]::new);
		try {
			CompletableFuture.allOf(sides).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		for (Side side : Side.values()) {
			this.parts.snapshots().complete(context.id(), side);
		}
	}

	private Explained plan(RunContext context, String word) {
		SoughtEntry sought = new SoughtEntry(word);
		Explainer explainer = new Explainer(sought, MOST);
		Planning planning = new Planning(context, this.parts.snapshots(),
				new MemberMatchings(this.parts.snapshots(), this.parts.jdbc()));
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
