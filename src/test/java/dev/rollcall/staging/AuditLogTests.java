package dev.rollcall.staging;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Entries are numbered and chained, whoever adds them. */
class AuditLogTests {

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final AuditLog log = new AuditLog(this.jdbc,
			Clock.fixed(Instant.parse("2026-11-23T03:00:00.123456Z"), ZoneOffset.UTC), "li");

	@Test
	void anEntryHoldsEverythingAndTheHashOfTheOneBefore() {
		assertThat(this.log.head()).isEqualTo(new AuditLog.Head(0, AuditLog.BEGINNING));
		this.log.append(AuditLog.Kind.UNDO, 7, "of=6");
		this.log.append(AuditLog.Kind.ABANDONED, 7, "by=command");
		List<AuditEntry> entries = this.log.latest(10);
		assertThat(entries).extracting(AuditEntry::seq).containsExactly(2L, 1L);
		AuditEntry first = entries.get(1);
		assertThat(first).isEqualTo(new AuditEntry(1, "2026-11-23T03:00:00.123Z", "li", "UNDO", 7, "of=6",
				AuditLog.BEGINNING, first.expectedHash()));
		assertThat(entries.get(0).previousHash()).isEqualTo(first.hash());
		assertThat(this.log.head()).isEqualTo(new AuditLog.Head(2, entries.get(0).hash()));
		assertThat(this.log.latest(1)).hasSize(1);
	}

	@Test
	void nothingCanMoveFromOnePartOfAnEntryToTheNext() {
		assertThat(AuditLog.hash(1, "t", "ab", "c", 1, "d", ""))
			.isNotEqualTo(AuditLog.hash(1, "t", "a", "bc", 1, "d", ""));
	}

	@Test
	void anEntryGoesWithTheTransactionItBelongsTo() {
		this.log.append(AuditLog.Kind.UNDO, 1, "");
		new TransactionTemplate(new JdbcTransactionManager(this.jdbc.getDataSource()))
			.executeWithoutResult((status) -> {
				this.log.append(AuditLog.Kind.UNDO, 2, "");
				status.setRollbackOnly();
			});
		this.log.append(AuditLog.Kind.UNDO, 3, "");
		assertThat(this.log.latest(10)).extracting(AuditEntry::run).containsExactly(3L, 1L);
		assertThat(new AuditProofTests.Proof(this.jdbc).chain()).isEmpty();
	}

	@Test
	void thoseWhoAddAtTheSameTimeWaitForEachOther() throws InterruptedException, ExecutionException {
		ExecutorService people = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> all = new ArrayList<>();
			for (int person = 0; person < 4; person++) {
				all.add(people.submit(() -> {
					for (int i = 0; i < 50; i++) {
						this.log.append(AuditLog.Kind.UNDO, i, "");
					}
				}));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		finally {
			people.shutdownNow();
		}
		assertThat(this.log.head().seq()).isEqualTo(200);
		assertThat(new AuditProofTests.Proof(this.jdbc).chain()).isEmpty();
	}

}
