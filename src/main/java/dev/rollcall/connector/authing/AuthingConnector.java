package dev.rollcall.connector.authing;

import dev.rollcall.connector.Connector;

/** Opens an organisation of Authing, as source and as target. */
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

}
