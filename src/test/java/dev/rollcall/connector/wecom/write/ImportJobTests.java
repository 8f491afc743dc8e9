package dev.rollcall.connector.wecom.write;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.wecom.api.Import;
import dev.rollcall.connector.wecom.api.ImportResult;
import dev.rollcall.connector.wecom.api.Uploaded;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.FakeWeCom;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImportJobTests {

	private static final byte[] FILE = "帐号\na\n".getBytes(StandardCharsets.UTF_8);

	private static final int LOST = -1000;

	private final Importing weCom = new Importing();

	private final WeComClient client = this.weCom.client(false);

	private final List<Duration> waited = new ArrayList<>();

	private final FakePace pace = new FakePace() {
		@Override
		public void sleep(long millis) {
			super.sleep(millis);
			ImportJobTests.this.waited.add(Duration.ofMillis(millis));
		}
	};

	private final List<Message> notices = new ArrayList<>();

	private final ImportJob job = new ImportJob(this.client, this.notices::add, this.pace);

	@AfterEach
	void end() {
		this.client.close();
	}

	@Test
	void givesTheRowsByUseridsInSmallLetters() {
		this.weCom.results.add(done(row("A", 0), row("b", 60104), row(null, 60103)));
		Map<String, ImportResult.Row> rows = this.job.run(FILE);
		assertThat(rows).containsOnlyKeys("a", "b");
		assertThat(rows.get("b").errcode()).isEqualTo(60104);
		assertThat(this.weCom.begun).isEqualTo(1);
		assertThat(this.weCom.invited).isFalse();
	}

	@Test
	void asksAgainWhenTheRestShouldBeDone() {
		this.weCom.results.addAll(List.of(going(null), going(0), going(25), going(75), done()));
		this.job.run(FILE);
		// The last but one knows that three quarters have taken two seconds.
		assertThat(millis()).containsExactly(250L, 250L, 500L, 1000L, 666L);
	}

	@Test
	void asksAtMostEveryTenSeconds() {
		IntStream.range(0, 20).forEach((i) -> this.weCom.results.add(going(1)));
		this.weCom.results.add(done());
		this.job.run(FILE);
		assertThat(millis()).hasSize(21).endsWith(10_000L, 10_000L).allMatch((time) -> time <= 10_000);
	}

	@Test
	void givesAnImportUpThatDoesNotEnd() {
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> this.job.run(FILE))
			.satisfies((ex) -> assertThat(ex.text()).isEqualTo(Message.of("wecom.import.endless", 120L)))
			.matches((ex) -> !ex.isPassing());
		assertThat(all()).isBetween(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(10));
	}

	@Test
	void waitsForAnotherImportAndTellsSoOnce() {
		this.weCom.beginnings.addAll(List.of(302008, 302008, 302008));
		this.weCom.results.add(done(row("a", 0)));
		assertThat(this.job.run(FILE)).containsOnlyKeys("a");
		assertThat(this.notices).containsExactly(Message.of("wecom.import.waits", 30L));
		assertThat(this.weCom.begun).isEqualTo(4);
		assertThat(this.weCom.uploads).isEqualTo(1);
	}

	@Test
	void waitsHalfAnHourForAnotherImportAndNoLonger() {
		IntStream.range(0, 1000).forEach((i) -> this.weCom.beginnings.add(302008));
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> this.job.run(FILE))
			.satisfies((ex) -> assertThat(ex.text()).isEqualTo(Message.of("wecom.import.busy", 30L)));
		assertThat(all()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(30).plusSeconds(10));
	}

	@Test
	void beginsAgainWhenTheAnswerIsLost() {
		this.weCom.beginnings.addAll(List.of(LOST, 302008, LOST));
		this.weCom.results.add(done(row("a", 0)));
		assertThat(this.job.run(FILE)).containsOnlyKeys("a");
		assertThat(this.weCom.begun).isEqualTo(4);
	}

	@Test
	void leavesItToTheCallerWhenThreeAnswersAreLost() {
		this.weCom.beginnings.addAll(List.of(LOST, LOST, LOST));
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> this.job.run(FILE))
			.matches(DirectoryException::isPassing);
		assertThat(this.weCom.begun).isEqualTo(3);
	}

	@Test
	void aRefusedFileHasNoRows() {
		this.weCom.beginnings.add(40092);
		assertThat(this.job.run(FILE)).isEmpty();
		assertThat(this.notices).extracting(Message::code).containsExactly("wecom.import.refused");
	}

	@Test
	void aResultThatWeComHasForgottenHasNoRows() {
		this.weCom.results.add(new ImportResult(40089, "cleared", null, null, null, null));
		assertThat(this.job.run(FILE)).isEmpty();
	}

	@Test
	void whatIsRefusedToTheCallerIsNotTriedAnyMore() {
		this.weCom.beginnings.add(48002);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.job.run(FILE));
	}

	private List<Long> millis() {
		return this.waited.stream().map(Duration::toMillis).toList();
	}

	private Duration all() {
		return this.waited.stream().reduce(Duration.ZERO, Duration::plus);
	}

	private static ImportResult going(@Nullable Integer percentage) {
		return new ImportResult(0, "ok", 2, null, percentage, List.of());
	}

	private static ImportResult done(ImportResult.Row... rows) {
		return new ImportResult(0, "ok", ImportResult.DONE, null, 100, List.of(rows));
	}

	private static ImportResult.Row row(@Nullable String userid, int code) {
		return new ImportResult.Row(userid, code, "");
	}

	/** Begins imports, or does not; none ends by itself. */
	private static final class Importing extends FakeWeCom {

		private final Deque<Integer> beginnings = new ArrayDeque<>();

		private final Deque<ImportResult> results = new ArrayDeque<>();

		private int uploads;

		private int begun;

		private boolean invited;

		@Override
		public Uploaded upload(String token, String type, Resource file) {
			return new Uploaded(0, "", "media" + ++this.uploads);
		}

		@Override
		public Import.Begun importMembers(String token, Import body) {
			this.begun++;
			this.invited |= body.invite();
			Integer code = this.beginnings.poll();
			if (code != null && code == LOST) {
				throw new ResourceAccessException("lost", new SocketTimeoutException("Read timed out"));
			}
			return new Import.Begun((code != null) ? code : 0, "", "job");
		}

		@Override
		public ImportResult importResult(String token, String id) {
			ImportResult result = this.results.poll();
			return (result != null) ? result : going(null);
		}

	}

}
