package dev.rollcall.connector.wecom;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.Reading;
import dev.rollcall.connector.wecom.write.Writing;

import org.springframework.stereotype.Component;

/** Opens WeCom's address book, as source and as target. */
@Component
class WeComConnector implements Connector<WeComSettings> {

	@Override
	public String name() {
		return "wecom";
	}

	@Override
	public Class<WeComSettings> settings() {
		return WeComSettings.class;
	}

	@Override
	public boolean isTarget() {
		return true;
	}

	@Override
	public boolean takesCompanion() {
		return true;
	}

	@Override
	public Source openSource(WeComSettings settings, Surroundings surroundings) {
		return open(settings, surroundings, false);
	}

	@Override
	public Target openTarget(WeComSettings settings, Surroundings surroundings) {
		return open(settings, surroundings, true);
	}

	private static WeComDirectory open(WeComSettings settings, Surroundings surroundings, boolean asTarget) {
		WeComClient client = new WeComClient(settings.access(), surroundings.notices(), surroundings.clock());
		return new WeComDirectory(client,
				new Reading(client, settings.detail(), surroundings.companion(), asTarget, settings.customFields()),
				new Writing(client, settings.importFrom(), surroundings.notices()), asTarget);
	}

}
