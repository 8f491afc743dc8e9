package dev.rollcall.definition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.connector.Connector;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Operations;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.scheduling.support.CronExpression;

/** Makes definitions of job files. */
public final class JobReader {

	private final List<Connector<?>> connectors;

	private final ConfigurableEnvironment environment;

	/**
	 * A reader that knows some connectors.
	 * @param environment where references such as {@code ${NAME}} are looked up
	 */
	public JobReader(List<Connector<?>> connectors, ConfigurableEnvironment environment) {
		this.connectors = List.copyOf(connectors);
		this.environment = environment;
	}

	/**
	 * Reads a job file.
	 * @throws JobFileException with everything that is wrong with it
	 */
	public JobDefinition read(JobText text) {
		JobSources sources = JobSources.load(text);
		if (sources.unreadable() != null) {
			throw new JobFileException(text.name(), List.of(sources.unreadable()));
		}
		KeyBinding keys = new KeyBinding(sources, this.environment);
		JobKeys job = keys.bind("", JobKeys.class);
		ConnectorChoice source = connector(keys, "source", false);
		ConnectorChoice target = connector(keys, "target", true);
		Operations operations = OperationKeys.read(keys);
		LeaveTerms onLeave = LeaveKeys.read(keys, operations);
		EntrySelector scope = ScopeKeys.read(keys);
		if (job != null) {
			check(job, keys);
		}
		Schedule schedule = (job != null) ? schedule(job.schedule(), keys) : null;
		keys.complainOfUnknown();
		if (job == null || source == null || target == null || !keys.faults().isEmpty()) {
			throw new JobFileException(text.name(), keys.faults());
		}
		return new JobDefinition(text.name(), job.description(), source, target, job.match().members(),
				job.match().departments(), operations, job.update(),
				new IgnoreRules(job.ignore().stream().map(JobKeys.Ignore::rule).toList()), onLeave, scope,
				job.limits().limits(), schedule, job.applications().terms());
	}

	/**
	 * Reads a text that says nothing but where entries come from.
	 * @throws JobFileException with everything that is wrong with it
	 */
	public ConnectorChoice source(JobText text) {
		JobSources sources = JobSources.load(text);
		if (sources.unreadable() != null) {
			throw new JobFileException(text.name(), List.of(sources.unreadable()));
		}
		KeyBinding keys = new KeyBinding(sources, this.environment);
		ConnectorChoice source = connector(keys, "source", false);
		keys.complainOfUnknown();
		if (source == null || !keys.faults().isEmpty()) {
			throw new JobFileException(text.name(), keys.faults());
		}
		return source;
	}

	private @Nullable ConnectorChoice connector(KeyBinding keys, String side, boolean asTarget) {
		String name = keys.text(side + ".connector");
		List<Connector<?>> usable = this.connectors.stream()
			.filter((connector) -> asTarget ? connector.isTarget() : connector.isSource())
			.toList();
		String names = String.join(", ", usable.stream().map(Connector::name).sorted().toList());
		if (name == null) {
			keys.complain(side + ".connector", Message.of("definition.connector-missing", side, names));
			keys.ignoreBelow(side);
			return null;
		}
		for (Connector<?> connector : usable) {
			if (connector.name().equals(name)) {
				Record settings = keys.bind(side, connector.settings());
				ConnectorChoice companion = companion(keys, side, connector);
				return (settings != null) ? new ConnectorChoice(connector, settings, companion) : null;
			}
		}
		keys.complain(side + ".connector", Message.of("definition.no-such-connector", name, side, names));
		keys.ignoreBelow(side);
		return null;
	}

	private @Nullable ConnectorChoice companion(KeyBinding keys, String side, Connector<?> connector) {
		String key = side + ".companion";
		return (connector.takesCompanion() && keys.has(key)) ? connector(keys, key, false) : null;
	}

	private static void check(JobKeys job, KeyBinding keys) {
		if (job.match().members().isEmpty() || job.match().members().contains(MemberKey.NEW_USERID)) {
			keys.complain("match.members", Message.of("definition.match-members"));
		}
		if (job.match().departments().isEmpty()) {
			keys.complain("match.departments", Message.of("definition.match-departments"));
		}
		job.limits().check(keys);
		job.applications().check(keys);
		for (int i = 0; i < job.ignore().size(); i++) {
			JobKeys.Ignore ignore = job.ignore().get(i);
			if (ignore.fields().isEmpty() && ignore.rule().entries().selectsAll()) {
				keys.complain("ignore[" + i + "]", Message.of("definition.ignore-all"));
			}
		}
	}

	private static @Nullable Schedule schedule(JobKeys.@Nullable ScheduleKeys schedule, KeyBinding keys) {
		if (schedule == null) {
			return null;
		}
		CronExpression cron = null;
		ZoneId zone = ZoneId.systemDefault();
		try {
			cron = CronExpression.parse(schedule.cron());
		}
		catch (IllegalArgumentException ex) {
			keys.complain("schedule.cron", Message.of("definition.cron", schedule.cron()));
		}
		try {
			zone = (schedule.zone() != null) ? ZoneId.of(schedule.zone()) : zone;
		}
		catch (DateTimeException ex) {
			keys.complain("schedule.zone", Message.of("definition.zone", String.valueOf(schedule.zone())));
		}
		return (cron != null) ? new Schedule(cron, zone) : null;
	}

}
