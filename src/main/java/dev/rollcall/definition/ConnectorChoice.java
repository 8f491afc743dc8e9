package dev.rollcall.definition;

import java.util.Set;
import java.util.function.Function;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import org.jspecify.annotations.Nullable;

/**
 * A connector with the settings that a job file gives it.
 *
 * @param connector the connector
 * @param settings its settings, an instance of what it asks for
 * @param companion another source beside it, null when there is none
 */
public record ConnectorChoice(Connector<?> connector, Record settings, @Nullable ConnectorChoice companion) {

	/** Opens it for reading. */
	public Source openSource(Surroundings surroundings) {
		return opened(surroundings, (beside) -> open(this.connector, beside));
	}

	/** Opens it for reading and for changes. */
	public Target openTarget(Surroundings surroundings) {
		return opened(surroundings, (beside) -> openTarget(this.connector, beside));
	}

	/** The groups that may be given with an approved application. */
	public Set<String> grantable() {
		return grantable(this.connector);
	}

	private <S extends Record> Set<String> grantable(Connector<S> chosen) {
		return chosen.grantable(chosen.settings().cast(this.settings));
	}

	private <T extends Source> T opened(Surroundings surroundings, Function<Surroundings, T> open) {
		Source beside = (this.companion != null) ? this.companion.openSource(surroundings) : null;
		try {
			return open.apply(surroundings.with(beside));
		}
		catch (RuntimeException ex) {
			if (beside != null) {
				beside.close();
			}
			throw ex;
		}
	}

	private <S extends Record> Source open(Connector<S> chosen, Surroundings surroundings) {
		return chosen.openSource(chosen.settings().cast(this.settings), surroundings);
	}

	private <S extends Record> Target openTarget(Connector<S> chosen, Surroundings surroundings) {
		return chosen.openTarget(chosen.settings().cast(this.settings), surroundings);
	}

}
