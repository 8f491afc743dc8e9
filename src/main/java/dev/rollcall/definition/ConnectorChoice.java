package dev.rollcall.definition;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;

/**
 * A connector with the settings that a job file gives it.
 *
 * @param connector the connector
 * @param settings its settings, an instance of what it asks for
 */
public record ConnectorChoice(Connector<?> connector, Record settings) {

	/** Opens it for reading. */
	public Source openSource(Surroundings surroundings) {
		return open(this.connector, surroundings);
	}

	/** Opens it for reading and for changes. */
	public Target openTarget(Surroundings surroundings) {
		return openTarget(this.connector, surroundings);
	}

	private <S extends Record> Source open(Connector<S> chosen, Surroundings surroundings) {
		return chosen.openSource(chosen.settings().cast(this.settings), surroundings);
	}

	private <S extends Record> Target openTarget(Connector<S> chosen, Surroundings surroundings) {
		return chosen.openTarget(chosen.settings().cast(this.settings), surroundings);
	}

}
