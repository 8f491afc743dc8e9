package dev.rollcall.sandbox.cam.wire;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTests {

	@Test
	void gathersListsFromAQueryInTheOrderOfTheirNumbers() {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("Name", "a");
		query.put("Uin.10", "3");
		query.put("Uin.2", "2");
		query.put("Info.0.Uid", "5");
		query.put("Info.0.GroupId", "4");

		assertThat(Spread.gathered(query))
			.hasToString("{\"Name\":\"a\",\"Info\":[{\"Uid\":\"5\",\"GroupId\":\"4\"}],\"Uin\":[\"2\",\"3\"]}");
	}

	@Test
	void leavesAloneWhatIsNoList() {
		assertThat(Spread.gathered(Map.of("a.b", "c"))).hasToString("{\"a.b\":\"c\"}");
	}

}
