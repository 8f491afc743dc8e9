package dev.rollcall.connector.wecom;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** WeCom as a target, where an app is shown everything. */
class WeComTargetIntegrationTests extends DirectoryContractTests {

	private final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults());

	@Override
	protected Target open() {
		Schema name = Schema.of(FieldNames.NAME);
		this.weCom.settle(List.of(new Department("1", null, "1", Fields.of(name, Map.of(FieldNames.NAME, "公司")), null)),
				List.of());
		WeComSettings settings = new Binder(new MapConfigurationPropertySource(Map.of("base-url",
				this.weCom.baseUrl().toString(), "corp-id", this.weCom.secrets().corporation(), "contact-secret",
				this.weCom.secrets().contact(), "app-secret", this.weCom.secrets().app(), "detail", "full")))
			.bindOrCreate("", WeComSettings.class);
		return new WeComConnector().openTarget(settings, new Surroundings(Path.of(""), Clock.systemUTC()));
	}

	@AfterEach
	void end() {
		this.weCom.close();
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
