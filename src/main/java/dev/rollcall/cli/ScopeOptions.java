package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options of a trial on a few: they set the key {@code scope} of the job file for one
 * run.
 */
final class ScopeOptions {

	@Spec(Spec.Target.MIXEE)
	@SuppressWarnings("NullAway.Init")
	CommandSpec command;

	private final List<String> members = new ArrayList<>();

	private final List<String> departments = new ArrayList<>();

	@Option(names = "--only", paramLabel = "USERID", split = ",")
	void setOnly(List<String> userids) {
		choose("--only", userids, this.members);
	}

	@Option(names = "--department", paramLabel = "PATH", split = ",")
	void setDepartment(List<String> paths) {
		choose("--department", paths, this.departments);
	}

	/** The keys that are set for the run, with those of the scope among them. */
	Map<String, String> in(Map<String, String> overrides) {
		Map<String, String> all = new LinkedHashMap<>(overrides);
		if (!this.members.isEmpty()) {
			all.put("scope.members", String.join(",", this.members));
		}
		if (!this.departments.isEmpty()) {
			all.put("scope.departments", String.join(",", this.departments));
		}
		return all;
	}

	/**
	 * An empty value would mean everyone: it is most likely a variable that is not set.
	 */
	private void choose(String option, List<String> values, List<String> chosen) {
		chosen.clear();
		for (String value : values) {
			if (value.isBlank()) {
				throw new ParameterException(this.command.commandLine(), "scope", this.command.findOption(option),
						value);
			}
			chosen.add(value.strip());
		}
	}

}
