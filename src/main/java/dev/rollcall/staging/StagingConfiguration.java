package dev.rollcall.staging;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The stores, over the database that the caller has opened. */
@Configuration(proxyBeanMethods = false)
public class StagingConfiguration {

	@Bean(destroyMethod = "")
	DataSource dataSource(EmbeddedDatabase database) {
		if (database.isOwner()) {
			new SnapshotStore(new JdbcTemplate(database.dataSource())).deleteTrials();
		}
		return database.dataSource();
	}

	@Bean
	DataSourceTransactionManager transactionManager(DataSource dataSource) {
		return new DataSourceTransactionManager(dataSource);
	}

	@Bean
	JdbcTemplate jdbcTemplate(DataSource dataSource) {
		return new JdbcTemplate(dataSource);
	}

	@Bean
	RunStore runStore(JdbcTemplate jdbc) {
		return new RunStore(jdbc);
	}

	@Bean
	SnapshotStore snapshotStore(JdbcTemplate jdbc) {
		return new SnapshotStore(jdbc);
	}

	@Bean
	FindingStore findingStore(JdbcTemplate jdbc) {
		return new FindingStore(jdbc);
	}

	@Bean
	PlanStore planStore(JdbcTemplate jdbc) {
		return new PlanStore(jdbc);
	}

	@Bean
	ApprovalStore approvalStore(JdbcTemplate jdbc) {
		return new ApprovalStore(jdbc);
	}

	@Bean
	ApplicationStore applicationStore(JdbcTemplate jdbc) {
		return new ApplicationStore(jdbc);
	}

	@Bean
	ChangeHistory changeHistory(JdbcTemplate jdbc, PlanStore plans) {
		return new ChangeHistory(jdbc, plans);
	}

	@Bean
	PlanProgress planProgress(JdbcTemplate jdbc, AuditLog audit) {
		return new PlanProgress(jdbc, audit);
	}

	@Bean
	CreatedDepartments createdDepartments(JdbcTemplate jdbc) {
		return new CreatedDepartments(jdbc);
	}

	@Bean
	LeaverStore leaverStore(JdbcTemplate jdbc) {
		return new LeaverStore(jdbc);
	}

	@Bean
	LinkStore linkStore(JdbcTemplate jdbc) {
		return new LinkStore(jdbc);
	}

	@Bean
	TrafficStore trafficStore(JdbcTemplate jdbc) {
		return new TrafficStore(jdbc);
	}

	@Bean
	AuditLog auditLog(JdbcTemplate jdbc, Clock clock) {
		String user = System.getProperty("user.name", "?");
		String sudo = System.getenv("SUDO_USER");
		return new AuditLog(jdbc, clock, (sudo != null) ? sudo + " as " + user : user);
	}

	@Bean
	Pruning pruning(JdbcTemplate jdbc, AuditLog audit) {
		return new Pruning(jdbc, audit);
	}

	@Bean
	AuditProof auditProof(JdbcTemplate jdbc, AuditLog audit) {
		return new AuditProof(jdbc, audit);
	}

}
