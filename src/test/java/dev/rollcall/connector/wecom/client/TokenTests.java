package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.TokenAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenTests {

	private final FakeWeCom wecom = new FakeWeCom();

	@Test
	void fetchesOneForAllCallsAndAnotherShortlyBeforeItExpires() {
		WeComClient client = this.wecom.client();
		client.departmentIds(Credential.CONTACT);
		this.wecom.pace.sleep(6_800_000);
		client.departmentIds(Credential.CONTACT);
		assertThat(this.wecom.count("token")).isEqualTo(1);
		this.wecom.pace.sleep(200_000);
		client.departmentIds(Credential.CONTACT);
		assertThat(this.wecom.count("token")).isEqualTo(2);
	}

	@Test
	void keepsTheTwoCredentialsApart() {
		WeComClient client = this.wecom.client();
		client.departmentIds(Credential.CONTACT);
		client.departmentIds(Credential.APP);
		client.departmentIds(Credential.CONTACT);
		assertThat(this.wecom.calls).containsExactly("token[corp, contact-secret-canary]",
				"departmentIds[token-canary-1]", "token[corp, app-secret-canary]", "departmentIds[token-canary-2]",
				"departmentIds[token-canary-1]");
	}

	@Test
	void oneThreadFetchesWhileTheOthersWait() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.wecom.then("token", () -> {
			asked.countDown();
			return awaited(answered);
		});
		WeComClient client = this.wecom.client();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				calls.add(threads.submit(() -> client.departmentIds(Credential.CONTACT)));
			}
			asked.await();
			answered.countDown();
			for (Future<?> call : calls) {
				call.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.wecom.count("token")).isEqualTo(1);
		assertThat(this.wecom.count("departmentIds")).isEqualTo(8);
	}

	@ParameterizedTest
	@ValueSource(ints = { 40014, 42001 })
	void fetchesAnotherWhenWeComDoesNotTakeItAnyMore(int code) {
		WeComClient client = this.wecom.client();
		this.wecom.then("departmentIds", new DepartmentIds(code, "expired", List.of()));
		assertThat(client.departmentIds(Credential.CONTACT)).hasSize(1);
		assertThat(this.wecom.calls).containsExactly("token[corp, contact-secret-canary]",
				"departmentIds[token-canary-1]", "token[corp, contact-secret-canary]", "departmentIds[token-canary-2]");
	}

	@Test
	void doesNotGoOnWhenTheNewOneIsRefusedToo() {
		WeComClient client = this.wecom.client();
		for (int i = 0; i < 10; i++) {
			this.wecom.then("departmentIds", new DepartmentIds(40014, "invalid access_token", List.of()));
		}
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> client.departmentIds(Credential.CONTACT))
			.matches(DirectoryException::isPassing)
			.matches((failure) -> failure.text().code().equals("remote.token-refused"));
		assertThat(this.wecom.count("token")).isEqualTo(2);
		assertThat(this.wecom.count("departmentIds")).isEqualTo(2);
	}

	@Test
	void triesATokenThatAnotherThreadHasFetchedMeanwhile() {
		WeComClient client = this.wecom.client();
		Object expired = new DepartmentIds(42001, "expired", List.of());
		this.wecom.then("departmentIds", expired).then("departmentIds", () -> {
			this.wecom.pace.sleep(7_000_000);
			client.deleteMember("u1");
			return expired;
		});
		assertThat(client.departmentIds(Credential.CONTACT)).hasSize(1);
		assertThat(this.wecom.calls).last().isEqualTo("departmentIds[token-canary-3]");
	}

	@ParameterizedTest
	@ValueSource(ints = { 40001, 40013, 40091 })
	void asksOnlyOnceWithAWrongSecretBecauseWeComBansWhoGoesOn(int code) {
		WeComClient client = this.wecom.client();
		this.wecom.then("token", new TokenAnswer(code, "invalid credential", null, null));
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> client.departmentIds(Credential.CONTACT))
				.matches((refusal) -> refusal.code() == code);
		}
		assertThat(this.wecom.calls).hasSize(1);
	}

	@Test
	void doesNotFetchAnotherWhenACallSaysThatTheSecretIsWrong() {
		WeComClient client = this.wecom.client();
		this.wecom.then("departmentIds", new DepartmentIds(40001, "invalid credential", List.of()));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> client.departmentIds(Credential.CONTACT))
			.matches((refusal) -> refusal.text().code().equals("wecom.refused.secret"));
		assertThat(this.wecom.count("token")).isEqualTo(1);
	}

	@Test
	void asksAgainAfterAFailureThatMayPass() {
		WeComClient client = this.wecom.client(Rate.of(100, 100), new Patience(1, 1, 1, 0));
		this.wecom.then("token", new TokenAnswer(-1, "system busy", null, null));
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> client.departmentIds(Credential.CONTACT));
		assertThat(client.departmentIds(Credential.CONTACT)).hasSize(1);
	}

	private static Object awaited(CountDownLatch latch) {
		try {
			latch.await();
			return new TokenAnswer(0, "ok", "the-one", 7200L);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
