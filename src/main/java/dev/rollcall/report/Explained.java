package dev.rollcall.report;

import java.util.List;
import java.util.Map;

import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Explanation;
import dev.rollcall.plan.Operations;
import dev.rollcall.plan.UpdateMode;
import dev.rollcall.staging.Run;

/**
 * What a run of a job would do about some entries: the facts that an
 * {@link ExplanationView} is made of.
 *
 * @param trial the run that it would be
 * @param word what the entries are called
 * @param operations what the job may do
 * @param update what it does with entries that both sides have
 * @param ignore what it must not touch
 * @param explanations the first of the entries
 * @param all how many answer to the word
 * @param near some that are called nearly so
 * @param parts the names of the source's parts
 * @param findings what could not be used of the entries' rows
 * @param gaps why the source may not be whole
 * @param paths for each department that a change can name the path to show
 * @param places for each of the entries that is a department the path it has on its side
 */
public record Explained(Run trial, String word, Operations operations, UpdateMode update, IgnoreRules ignore,
		List<Explanation> explanations, long all, List<String> near, List<String> parts, List<Finding> findings,
		List<Message> gaps, Map<String, String> paths, Map<Entry, String> places) {

	public Explained {
		explanations = List.copyOf(explanations);
		near = List.copyOf(near);
		parts = List.copyOf(parts);
		findings = List.copyOf(findings);
		gaps = List.copyOf(gaps);
		paths = Map.copyOf(paths);
		places = Map.copyOf(places);
	}

}
