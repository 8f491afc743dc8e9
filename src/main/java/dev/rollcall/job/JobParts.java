package dev.rollcall.job;

import dev.rollcall.report.RunReports;
import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.PlanProgress;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all jobs are built of.
 *
 * @param repository Spring Batch's bookkeeping
 * @param transactions of the one database that everything lies in
 * @param ownTransaction commits at once, whatever becomes of the chunk around it
 * @param retry how a call is repeated whose failure may pass
 * @param jdbc the database
 * @param runs the runs
 * @param records what is recorded when they begin and end
 * @param snapshots what the sides held
 * @param findings what could not be used
 * @param plans the plans
 * @param approvals what persons have approved
 * @param progress how far plans have come
 * @param created departments that runs have created
 * @param reports writes reports
 */
record JobParts(JobRepository repository, PlatformTransactionManager transactions, TransactionTemplate ownTransaction,
		RetryTemplate retry, JdbcTemplate jdbc, RunStore runs, RunRecords records, SnapshotStore snapshots,
		FindingStore findings, PlanStore plans, ApprovalStore approvals, PlanProgress progress,
		CreatedDepartments created, RunReports reports) {

}
