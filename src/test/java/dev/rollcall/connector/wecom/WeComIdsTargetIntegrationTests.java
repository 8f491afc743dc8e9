package dev.rollcall.connector.wecom;

import java.util.Map;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Target;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * WeCom as a target with the contact secret alone, from a new address: it takes
 * everything and shows nothing but ids. What it really holds an app tells that is shown
 * more.
 */
class WeComIdsTargetIntegrationTests extends DirectoryContractTests {

	private final WeComLookalike weCom = WeComLookalike
		.start(WeComOptions.defaults().with(new Powers(true, true, true)));

	private @Nullable Target app;

	@Override
	protected Target open() {
		OpenedWeCom.empty(this.weCom);
		return OpenedWeCom.byIds(this.weCom, Map.of());
	}

	@Override
	protected Source witness() {
		closeApp();
		Target opened = OpenedWeCom.full(this.weCom);
		this.app = opened;
		return opened;
	}

	@AfterEach
	void end() {
		closeApp();
		this.weCom.close();
	}

	private void closeApp() {
		if (this.app != null) {
			this.app.close();
		}
	}

	@Override
	protected boolean tellsNames() {
		return false;
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
