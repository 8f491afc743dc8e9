package dev.rollcall.connector.tencentcam;

import java.util.Set;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.read.Reading;
import dev.rollcall.connector.tencentcam.rules.ImportTerms;
import dev.rollcall.connector.tencentcam.write.Manner;
import dev.rollcall.connector.tencentcam.write.Writing;

import org.springframework.stereotype.Component;

/** Opens CAM as a target. */
@Component
class CamConnector implements Connector<CamSettings> {

	@Override
	public String name() {
		return "tencentcam";
	}

	@Override
	public Class<CamSettings> settings() {
		return CamSettings.class;
	}

	@Override
	public boolean isSource() {
		return false;
	}

	@Override
	public boolean isTarget() {
		return true;
	}

	@Override
	public Set<String> grantable(CamSettings settings) {
		return settings.managedGroups();
	}

	/** The owner of the key is asked at once: it is what the directory is known by. */
	@Override
	public Target openTarget(CamSettings settings, Surroundings surroundings) {
		ImportTerms terms = settings.terms(surroundings.home());
		CamClient client = new CamClient(settings.access(), surroundings.notices(), surroundings.clock());
		try {
			Manner manner = settings.manner(surroundings.home(), terms.managedGroups());
			return new CamDirectory(client, terms, new Reading(client, terms.managedGroups()),
					new Writing(client, manner, surroundings.clock()),
					settings.wecomSubUsers() == CamSettings.WeComSubUsers.DELETE);
		}
		catch (RuntimeException ex) {
			client.close();
			throw ex;
		}
	}

}
