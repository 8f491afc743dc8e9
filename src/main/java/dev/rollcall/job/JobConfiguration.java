package dev.rollcall.job;

import java.time.Clock;
import java.util.List;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Spreadsheets;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.report.RunReports;
import dev.rollcall.report.Words;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.PlanProgress;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Pruning;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Batch and what carries runs out with it. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
public class JobConfiguration {

	@Bean
	MapJobRegistry jobRegistry() {
		return new MapJobRegistry();
	}

	@Bean
	static DiscreetRepository discreetRepository() {
		return new DiscreetRepository();
	}

	@Bean
	JobParts jobParts(JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc,
			RunStore runs, SnapshotStore snapshots, FindingStore findings, PlanStore plans, ApprovalStore approvals,
			PlanProgress progress, CreatedDepartments created, RunReports reports, AuditLog audit, Clock clock) {
		TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
		ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new JobParts(repository, transactions, ownTransaction, retry(), jdbc, runs,
				new RunRecords(runs, snapshots, audit, new TransactionTemplate(transactions), clock), snapshots,
				findings, plans, approvals, progress, created, reports);
	}

	@Bean
	Executions executions(JobParts parts, JobOperator operator, MapJobRegistry registry, Surroundings surroundings) {
		return new Executions(parts, operator, registry, surroundings);
	}

	@Bean
	Prune prune(EmbeddedDatabase database, RunStore runs, Pruning pruning, Executions executions, RunReports reports,
			PlatformTransactionManager transactions, Clock clock) {
		return new Prune(database, runs, pruning, executions, reports, new TransactionTemplate(transactions), clock);
	}

	@Bean
	Runs runs(EmbeddedDatabase database, JobFolder folder, JobReader reader, Surroundings surroundings, RunStore runs,
			AuditLog audit, JobParts parts, Executions executions, Approvals approvals, Spreadsheets spreadsheets,
			Home home, Words words) {
		Trials trials = new Trials(parts, surroundings);
		Aftermath aftermath = new Aftermath(runs, parts.plans(), audit, new TransactionTemplate(parts.transactions()),
				surroundings.clock());
		return new Runs(database, folder, reader, surroundings, runs, parts.records(), executions, approvals, aftermath,
				new Explaining(parts, trials), new Worksheets(trials, spreadsheets, surroundings, home, words));
	}

	@Bean
	Readiness readiness(EmbeddedDatabase database, JobFolder folder, JobReader reader, Surroundings surroundings,
			AuditLog audit) {
		return new Readiness(folder, reader, surroundings, database, audit);
	}

	@Bean
	Approvals approvals(PlanStore plans, SnapshotStore snapshots, ApprovalStore approvals, AuditLog audit,
			PlatformTransactionManager transactions, Surroundings surroundings) {
		return new Approvals(plans, snapshots, approvals, audit, new TransactionTemplate(transactions), besideOthers(),
				surroundings.clock());
	}

	@Bean
	AuditedWork auditedWork(AuditLog audit, PlatformTransactionManager transactions) {
		return new AuditedWork(audit, new TransactionTemplate(transactions), besideOthers());
	}

	@Bean
	NewApplications newApplications(ApplicationStore applications, JobFolder folder, JobReader reader,
			Surroundings surroundings, AuditedWork work) {
		return new NewApplications(applications, folder, reader, surroundings, work);
	}

	@Bean
	Applications applications(ApplicationStore applications, JobFolder folder, JobReader reader, AuditedWork work,
			Clock clock) {
		return new Applications(applications, folder, reader, work, clock);
	}

	/** For what another process may get in the way of, writing at the same moment. */
	private static RetryTemplate besideOthers() {
		return RetryTemplate.builder()
			.maxAttempts(10)
			.fixedBackoff(100)
			.retryOn(List.of(ConcurrencyFailureException.class, DuplicateKeyException.class))
			.build();
	}

	/**
	 * Five tries within about half a minute, for failures that may pass by themselves.
	 */
	private static RetryTemplate retry() {
		return RetryTemplate.builder()
			.maxAttempts(5)
			.exponentialBackoff(500, 3, 20_000, true)
			.retryOn((failure) -> failure instanceof DirectoryException directory && directory.isPassing())
			.build();
	}

}
