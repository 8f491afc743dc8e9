package dev.rollcall.sandbox.wecom;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Calls that go wrong on demand, and what can be seen from outside of the calls. */
class FaultsTests {

	private static final String DEPARTMENT = "{'name':'研发','parentid':1,'id':2}";

	private final WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults());

	private Wire wire;

	@BeforeEach
	void begin() {
		this.wire = Wire.contact(this.lookalike);
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource({ "BUSY,-1", "CONFLICT,6000", "THROTTLED,45009", "TOKEN_EXPIRED,42001" })
	void aFaultIsSaidInWeComsWayAndNothingIsDone(Fault fault, int code) {
		this.lookalike.faults().next("department/create", fault, 1);

		assertThat(this.wire.post("department/create", DEPARTMENT).path("errcode").asInt()).isEqualTo(code);
		assertThat(this.lookalike.state().path("departments").size()).isOne();
	}

	@Test
	void aTokenThatHasExpiredStaysSo() {
		this.lookalike.faults().next("user/list_id", Fault.TOKEN_EXPIRED, 1);
		this.wire.post("user/list_id", "{}");

		assertThat(this.wire.post("user/list_id", "{}").path("errcode").asInt()).isEqualTo(42001);
		assertThat(Wire.contact(this.lookalike).post("user/list_id", "{}").path("errcode").asInt()).isZero();
	}

	@Test
	void aDroppedCallHasDoneNothing() {
		this.lookalike.faults().next("department/create", Fault.DROPPED, 5);

		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.wire.post("department/create", DEPARTMENT));
		assertThat(this.lookalike.state().path("departments").size()).isOne();
	}

	@Test
	void aLostAnswerHasDoneItsWork() {
		this.lookalike.faults().next("department/create", Fault.ANSWER_LOST, 1);

		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.wire.post("department/create", DEPARTMENT));
		assertThat(this.lookalike.state().path("departments").size()).isEqualTo(2);
		assertThat(this.lookalike.calls().count("department/create", "lost 0")).isOne();
	}

	@Test
	void theWebServerCanFailBeforeWeCom() {
		this.lookalike.faults().next("department/simplelist", Fault.SERVER_ERROR, 1);

		assertThat(this.wire.response("GET", "/cgi-bin/department/simplelist", "").statusCode()).isEqualTo(502);
	}

	@Test
	void theSameSeedDisturbsTheSameCalls() {
		Disturbance disturbance = Disturbance.NONE.with(Fault.BUSY, 0.3).seeded(7).only(Set.of("user/list_id"));
		this.lookalike.faults().set(disturbance);
		List<Integer> first = codes();
		this.lookalike.faults().set(disturbance);
		assertThat(codes()).isEqualTo(first).contains(-1, 0);

		this.lookalike.faults().set(disturbance.seeded(8));
		assertThat(codes()).isNotEqualTo(first);
	}

	@Test
	void disturbsAsItIsToldWhileItRuns() {
		JsonNode told = this.wire.tell("faults", "{'latency':1,'busy':1,'seed':3,'calls':['user/list_id']}");

		assertThat(told.path("busy").asDouble()).isEqualTo(1);
		assertThat(this.wire.post("user/list_id", "{}").path("errcode").asInt()).isEqualTo(-1);
		assertThat(this.wire.get("department/simplelist").path("errcode").asInt()).isZero();
		this.wire.tell("faults", "{}");
		assertThat(this.wire.post("user/list_id", "{}").path("errcode").asInt()).isZero();
		this.wire.tell("faults", "{'next':[{'call':'user/list_id','fault':'conflict','times':1}]}");
		assertThat(this.wire.post("user/list_id", "{}").path("errcode").asInt()).isEqualTo(6000);
	}

	@Test
	void showsItsCallsWithoutSecrets() {
		this.wire.get("user/get?userid=nobody");

		String shown = this.wire.plain("/__sandbox/calls?last=10").toString();
		assertThat(shown).contains("\"gettoken\":{\"0\":1}", "\"user/get\":{\"60111\":1}", "\"userid\":\"nobody\"")
			.doesNotContain(this.wire.token(), this.lookalike.secrets().contact());
		assertThat(this.lookalike.calls().counts()).containsEntry("user/get", Map.of("60111", 1L));
	}

	@Test
	void showsTheWholeCompany() {
		this.wire.post("department/create", DEPARTMENT);

		assertThat(this.wire.plain("/__sandbox/state")).hasToString(this.lookalike.state().toString());
		assertThat(this.lookalike.state().path("departments").get(1).path("name").asString()).isEqualTo("研发");
	}

	@Test
	void switchesWhatIsAllowedWhileItRuns() {
		this.wire.tell("switches", "{'newIp':true}");

		assertThat(this.wire.get("department/list").path("errcode").asInt()).isEqualTo(48009);
		this.wire.tell("switches", "{'newIp':false,'trustedIp':false}");
		assertThat(this.wire.get("department/list").path("errcode").asInt()).isEqualTo(60020);
	}

	private List<Integer> codes() {
		List<Integer> codes = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			codes.add(this.wire.post("user/list_id", "{}").path("errcode").asInt());
		}
		return codes;
	}

}
