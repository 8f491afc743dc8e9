package dev.rollcall.connector.jdbc;

import javax.sql.DataSource;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Message;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Opens directories in database tables, as source and as target. */
@Component
class JdbcConnector implements Connector<JdbcSettings> {

	private final DataSource embedded;

	JdbcConnector(DataSource embedded) {
		this.embedded = embedded;
	}

	@Override
	public String name() {
		return "jdbc";
	}

	@Override
	public Class<JdbcSettings> settings() {
		return JdbcSettings.class;
	}

	@Override
	public boolean isTarget() {
		return true;
	}

	@Override
	public Source openSource(JdbcSettings settings, Surroundings surroundings) {
		return open(settings, true);
	}

	@Override
	public Target openTarget(JdbcSettings settings, Surroundings surroundings) {
		return open(settings, false);
	}

	private Target open(JdbcSettings settings, boolean asSource) {
		String url = settings.url();
		Credentials credentials = new Credentials(settings.username(), settings.password());
		try {
			if (url == null) {
				return new JdbcDirectory(new Tables(this.embedded), "jdbc:embedded", true, asSource, credentials);
			}
			DriverManagerDataSource external = new DriverManagerDataSource(url);
			external.setUsername(settings.username());
			external.setPassword(settings.password());
			return new JdbcDirectory(new Tables(external), url, false, asSource, credentials);
		}
		catch (DataAccessException ex) {
			String words = credentials.coveredIn(ex.getMostSpecificCause());
			throw new DirectoryException(Message.of("jdbc.cannot-open", (url != null) ? url : "embedded", words), true,
					ex);
		}
	}

}
