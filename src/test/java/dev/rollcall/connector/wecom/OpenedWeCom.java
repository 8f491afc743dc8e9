package dev.rollcall.connector.wecom;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.wecom.WeComLookalike;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Opens a look-alike as a job file would. */
final class OpenedWeCom {

	private static final String COMPANY = "公司";

	private OpenedWeCom() {
	}

	/** Leaves nothing in it but the company itself. */
	static void empty(WeComLookalike weCom) {
		Fields name = Fields.of(Schema.of(FieldNames.NAME), Map.of(FieldNames.NAME, COMPANY));
		weCom.settle(List.of(new Department("1", null, "1", name, null)), List.of());
	}

	/** As a target whose contact secret is all there is. */
	static Target byIds(WeComLookalike weCom, Map<String, Object> keys) {
		Map<String, Object> all = new HashMap<>(Map.of("base-url", weCom.baseUrl().toString(), "corp-id",
				weCom.secrets().corporation(), "contact-secret", weCom.secrets().contact()));
		all.putAll(keys);
		WeComSettings settings = new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("",
				WeComSettings.class);
		return new WeComConnector().openTarget(settings, new Surroundings(Path.of(""), Clock.systemUTC()));
	}

	/** As a target where an app is shown everything. */
	static Target full(WeComLookalike weCom) {
		return byIds(weCom, Map.of("app-secret", weCom.secrets().app(), "detail", "full"));
	}

}
