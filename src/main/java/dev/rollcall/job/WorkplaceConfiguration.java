package dev.rollcall.job;

import java.time.Clock;
import java.util.List;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.report.ApplicationViews;
import dev.rollcall.report.AuditViews;
import dev.rollcall.report.LeaverViews;
import dev.rollcall.report.RunReports;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.Words;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.AuditProof;
import dev.rollcall.report.Histories;
import dev.rollcall.staging.ChangeHistory;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Pruning;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.SnapshotStore;
import dev.rollcall.staging.StagingConfiguration;
import dev.rollcall.staging.TrafficStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/** Everything a command can need; made only when it does. */
@Configuration(proxyBeanMethods = false)
@Import({ StagingConfiguration.class, JobConfiguration.class })
@ComponentScan("dev.rollcall.connector")
class WorkplaceConfiguration {

	@Bean
	Surroundings surroundings(Home home, Clock clock) {
		return new Surroundings(home.folder(), clock);
	}

	@Bean
	JobFolder jobFolder(Home home) {
		return new JobFolder(home.jobs());
	}

	@Bean
	JobReader jobReader(List<Connector<?>> connectors, ConfigurableEnvironment environment) {
		return new JobReader(connectors, environment);
	}

	@Bean
	RunViews runViews(RunStore runs, SnapshotStore snapshots, FindingStore findings, PlanStore plans,
			ApprovalStore approvals, Pruning pruning, TrafficStore traffic, LinkStore links, Clock clock,
			EmbeddedDatabase database) {
		return new RunViews(runs, snapshots, findings, plans, approvals, pruning, traffic, links, clock,
				database::isOwner);
	}

	@Bean
	Histories histories(RunStore runs, PlanStore plans, ChangeHistory changes, CreatedDepartments created) {
		return new Histories(runs, plans, changes, created);
	}

	@Bean
	ApplicationViews applicationViews(ApplicationStore applications, Clock clock) {
		return new ApplicationViews(applications, clock);
	}

	@Bean
	LeaverViews leaverViews(LeaverStore leavers) {
		return new LeaverViews(leavers);
	}

	@Bean
	AuditViews auditViews(AuditLog log, AuditProof proof, Words words) {
		return new AuditViews(log, proof, words);
	}

	@Bean
	RunReports runReports(Home home, RunStore runs, FindingStore findings, RunViews views, AuditViews audit,
			Words words) {
		return new RunReports(home.reports(), runs, findings, views, audit, words);
	}

}
