package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.HttpConnection;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.Rate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.wecom.api.ContactsApi;
import dev.rollcall.connector.wecom.api.DepartmentWrite;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.wecom.Rates;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The client against somebody else's reading of WeCom's pages. */
class LookalikeIntegrationTests {

	private static final int THREADS = 8;

	private static final String TOKEN_EXPIRED_MEANWHILE = "42001";

	@Test
	void whateverIsDisturbedAllIsDoneOnceByWhoeverLooksBeforeSendingAgain() throws Exception {
		Disturbance disturbance = Disturbance.NONE;
		for (Fault fault : Fault.values()) {
			disturbance = disturbance.with(fault, 0.01);
		}
		try (WeComLookalike wecom = WeComLookalike.start(WeComOptions.defaults().with(disturbance));
				WeComClient client = new WeComClient(access(wecom, Rate.of(90_000, 900_000)), Notices.NONE)) {
			inThreads(300, (number) -> create(client, "d" + number));
			Map<String, Long> ids = names(client);
			inThreads(300, (number) -> untilDone(() -> client
				.updateDepartment(new DepartmentWrite(ids.get("d" + number), "u" + number, null, null, null))));
			inThreads(150, (number) -> untilDone(() -> client.deleteDepartment(ids.get("d" + number))));
			assertThat(wecom.faults().done()).containsOnlyKeys(Fault.values());
			Set<String> expected = IntStream.range(150, 300)
				.mapToObj((number) -> "u" + number)
				.collect(Collectors.toSet());
			expected.add("企业");
			assertThat(names(client).keySet()).isEqualTo(expected);
			assertThat(client.traffic()).anyMatch((said) -> said.code().equals("remote.traffic.repeated-busy"))
				.anyMatch((said) -> said.code().equals("remote.traffic.repeated-token"));
		}
	}

	@Test
	void usesWhatIsAllowedByTheMinuteAndByTheHourAndNeverMore() throws Exception {
		FakePace pace = new FakePace();
		Rates rates = new Rates(60, 600, 200);
		WeComOptions options = WeComOptions.defaults().with(rates).with(clock(pace));
		try (WeComLookalike wecom = WeComLookalike.start(options);
				HttpConnection http = new HttpConnection(access(wecom, Rate.of(60, 600)).line());
				WeComClient client = new WeComClient(access(wecom, Rate.of(60, 600)), http.calls(ContactsApi.class),
						() -> {
						}, Notices.NONE, new Clocks(Clock.systemUTC(), pace))) {
			inThreads(1500, (number) -> client.departmentIds(Credential.CONTACT));
			assertThat(wecom.calls().counts().get("department/simplelist")).containsEntry("0", 1500L)
				.containsOnlyKeys("0", TOKEN_EXPIRED_MEANWHILE);
			long atBest = 2 * 3600 + 4 * 60;
			assertThat(pace.seconds()).isBetween(atBest, atBest * 100 / 95);
		}
	}

	/** Looks by name, as one has to: a lost answer does not say what became of it. */
	private static void create(WeComClient client, String name) {
		try {
			client.createDepartment(new DepartmentWrite(null, name, null, 1L, null));
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (DirectoryException ex) {
			if (!names(client).containsKey(name)) {
				create(client, name);
			}
		}
	}

	private static void untilDone(Runnable call) {
		try {
			call.run();
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (DirectoryException ex) {
			untilDone(call);
		}
	}

	private static Map<String, Long> names(WeComClient client) {
		List<Departments.Item> found = new ArrayList<>();
		untilDone(() -> found.addAll(client.departments(Credential.APP)));
		return found.stream().collect(Collectors.toMap(Departments.Item::name, Departments.Item::id));
	}

	private static void inThreads(int times, IntConsumer call) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				int number = i;
				calls.add(threads.submit(() -> call.accept(number)));
			}
			for (Future<?> each : calls) {
				each.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Access access(WeComLookalike wecom, Rate rate) {
		return new Access(
				new Line(wecom.baseUrl(), THREADS, new Timeouts(2000, 5000), new Patience(6, 1, 20, 60_000), null),
				wecom.secrets().corporation(), wecom.secrets().contact(), wecom.secrets().app(), rate, Map.of());
	}

	private static Clock clock(FakePace pace) {
		return new Clock() {
			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return Instant.EPOCH.plusNanos(pace.nanos());
			}
		};
	}

}
