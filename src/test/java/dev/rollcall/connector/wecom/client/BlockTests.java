package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.StoppedException;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.Plain;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BlockTests {

	private static final Rate RATE = Rate.of(9_000, 135_000);

	private final FakeWeCom wecom = new FakeWeCom();

	@Test
	void waitsForAMinuteWhenWeComSaysThatThereWereTooManyAndTellsSo() {
		blocked(1);
		WeComClient client = this.wecom.client();
		assertThat(client.departmentIds(Credential.CONTACT)).hasSize(1);
		assertThat(this.wecom.pace.seconds()).isEqualTo(60);
		assertThat(this.wecom.notices)
			.containsExactly(Message.of("remote.blocked", "department/simplelist", "wecom.vendor", 60, "08:01:00"));
		assertThat(client.traffic()).contains(Message.of("remote.traffic.repeated-often", 1));
	}

	@Test
	void waitsForAnHourWhenWeComSaysSoAgainAtOnce() {
		blocked(2);
		assertThat(this.wecom.client().departmentIds(Credential.CONTACT)).hasSize(1);
		assertThat(this.wecom.pace.seconds()).isEqualTo(60 + 3600);
		assertThat(this.wecom.notices).hasSize(2);
	}

	@Test
	void waitsForAMinuteAgainWhenCallsWereTakenInBetween() {
		blocked(1);
		WeComClient client = this.wecom.client();
		client.departmentIds(Credential.CONTACT);
		blocked(1);
		client.departmentIds(Credential.CONTACT);
		assertThat(this.wecom.pace.seconds()).isBetween(120L, 121L);
	}

	@Test
	void endsWithTheTimeToGoOnWhenThatTakesLongerThanIsAllowed() {
		blocked(2);
		WeComClient client = this.wecom.client(RATE, new Patience(5, 1, 60_000, 600_000));
		RepeatTests.assertPassing("remote.blocked-too-long", () -> client.departmentIds(Credential.CONTACT));
		RepeatTests.assertPassing("remote.blocked-too-long", () -> client.departmentIds(Credential.CONTACT));
		assertThat(this.wecom.count("departmentIds")).isEqualTo(2);
		client.deleteMember("u1");
		assertThat(this.wecom.count("deleteMember")).as("another kind").isEqualTo(1);
	}

	@Test
	void oneCallFindsOutForAllWhetherItIsOver() throws Exception {
		blocked(1);
		WeComClient client = this.wecom.client();
		inThreads(8, 200, () -> client.departmentIds(Credential.CONTACT));
		assertThat(this.wecom.count("departmentIds")).isEqualTo(201);
		assertThat(this.wecom.notices).hasSize(1);
	}

	@Test
	void keepsTheRateOfTheJobByItself() {
		WeComClient client = this.wecom.client(Rate.of(10, 100), Patience.USUAL);
		for (int i = 0; i < 100; i++) {
			client.departmentIds(Credential.CONTACT);
		}
		assertThat(this.wecom.pace.seconds()).isBetween(9 * 60L, 10 * 60L);
		client.departmentIds(Credential.CONTACT);
		assertThat(this.wecom.pace.seconds()).isBetween(3600L, 3610L);
		assertThat(this.wecom.notices).singleElement()
			.matches((notice) -> notice.code().equals("remote.budget-used"))
			.matches((notice) -> notice.arguments().get(0).equals("department/simplelist"));
	}

	@Test
	void endsALongWaitWhenTheRunIsToStop() {
		WeComClient client = this.wecom.client(Rate.of(10, 100), Patience.USUAL);
		for (int i = 0; i < 10; i++) {
			client.departmentIds(Credential.CONTACT);
		}
		this.wecom.stopping.set(true);
		assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> client.departmentIds(Credential.CONTACT));
		assertThat(this.wecom.pace.seconds()).isLessThan(3);
		client.deleteMember("u1");
		assertThat(this.wecom.count("departmentIds")).isEqualTo(10);
	}

	@Test
	void callsAsManySideBySideAsAreAllowedAndNoMore() throws Exception {
		CyclicBarrier together = new CyclicBarrier(3);
		AtomicInteger going = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		for (int i = 0; i < 30; i++) {
			this.wecom.then("deleteMember", () -> {
				most.accumulateAndGet(going.incrementAndGet(), Math::max);
				met(together);
				going.decrementAndGet();
				return new Plain(0, "deleted");
			});
		}
		WeComClient client = this.wecom.client(RATE, Patience.USUAL, 3);
		inThreads(10, 30, () -> client.deleteMember("u1"));
		assertThat(most).hasValue(3);
	}

	private static void met(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void inThreads(int number, int times, Runnable call) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(number);
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				calls.add(threads.submit(call));
			}
			for (Future<?> each : calls) {
				each.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void blocked(int times) {
		for (int i = 0; i < times; i++) {
			this.wecom.then("departmentIds", new DepartmentIds(45009, "api freq out of limit", List.of()));
		}
	}

}
