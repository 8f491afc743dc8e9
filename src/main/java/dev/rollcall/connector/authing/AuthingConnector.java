package dev.rollcall.connector.authing;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.read.Reading;
import dev.rollcall.connector.authing.write.Writing;

import org.springframework.stereotype.Component;

/** Opens an organisation of Authing, as source and as target. */
@Component
class AuthingConnector implements Connector<AuthingSettings> {

	@Override
	public String name() {
		return "authing";
	}

	@Override
	public Class<AuthingSettings> settings() {
		return AuthingSettings.class;
	}

	@Override
	public boolean isTarget() {
		return true;
	}

	@Override
	public Source openSource(AuthingSettings settings, Surroundings surroundings) {
		return open(settings, surroundings, false);
	}

	@Override
	public Target openTarget(AuthingSettings settings, Surroundings surroundings) {
		return open(settings, surroundings, true);
	}

	/**
	 * Which fields there are is asked at once: everything that is opened relies on it.
	 */
	private static AuthingDirectory open(AuthingSettings settings, Surroundings surroundings, boolean asTarget) {
		AuthingClient client = new AuthingClient(settings.access(), surroundings.notices(), surroundings.clock());
		try {
			Reading reading = new Reading(client, settings.shape(asTarget));
			return new AuthingDirectory(client, reading, new Writing(client, reading.fields(), settings.manner()));
		}
		catch (RuntimeException ex) {
			client.close();
			throw ex;
		}
	}

}
