package dev.rollcall.job;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.report.RunReports;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.PlanProgress;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
	JobParts jobParts(JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc,
			RunStore runs, SnapshotStore snapshots, FindingStore findings, PlanStore plans, PlanProgress progress,
			CreatedDepartments created, RunReports reports) {
		TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
		ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new JobParts(repository, transactions, ownTransaction, retry(), jdbc, runs, snapshots, findings, plans,
				progress, created, reports);
	}

	@Bean
	Runs runs(EmbeddedDatabase database, JobFolder folder, JobReader reader, Surroundings surroundings, RunStore runs,
			JobParts parts, JobOperator operator, MapJobRegistry registry) {
		return new Runs(database, folder, reader, surroundings, runs,
				new Executions(parts, operator, registry, surroundings), new Explaining(parts, surroundings));
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
