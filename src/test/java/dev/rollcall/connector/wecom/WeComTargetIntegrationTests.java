package dev.rollcall.connector.wecom;

import java.util.List;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Target;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** WeCom as a target, where an app is shown everything. */
class WeComTargetIntegrationTests extends DirectoryContractTests {

	private final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults());

	@Override
	protected Target open() {
		OpenedWeCom.empty(this.weCom);
		return OpenedWeCom.full(this.weCom);
	}

	@AfterEach
	void end() {
		this.weCom.close();
	}

	@Override
	protected String held() {
		ArrayNode members = (ArrayNode) this.weCom.state().get("members");
		members.forEach((member) -> ((ObjectNode) member).remove(List.of("department", "main_department")));
		return members.toPrettyString();
	}

	@Override
	protected boolean hasOneTop() {
		return true;
	}

	@Override
	protected boolean renames() {
		return false;
	}

	@Override
	protected boolean takesIds() {
		return false;
	}

}
