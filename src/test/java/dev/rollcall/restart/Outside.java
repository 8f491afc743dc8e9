package dev.rollcall.restart;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.hsqldb.server.Server;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A directory in a database server of the operator's: what is committed there stays,
 * whatever becomes of the program and its own database.
 */
final class Outside implements AutoCloseable {

	private static final String OPTIONS = ";hsqldb.default_table_type=cached;hsqldb.lock_file=false"
			+ ";hsqldb.write_delay=false;hsqldb.tx=mvcc";

	private static final String FOLDER = "outside";

	private final Server server = new Server();

	private Outside(Path folder) {
		this.server.setLogWriter(null);
		this.server.setErrWriter(null);
		this.server.setSilent(true);
		this.server.setNoSystemExit(true);
		this.server.setAddress("127.0.0.1");
		this.server.setPort(0);
		this.server.setDatabaseName(0, "outside");
		this.server.setDatabasePath(0, "file:" + folder.resolve("directory") + OPTIONS);
		this.server.start();
	}

	/**
	 * Starts the server; its files are in a home only because that is copied as a whole.
	 */
	static Outside in(Path home) {
		return new Outside(home.resolve(FOLDER));
	}

	static boolean isIn(Path home) {
		return Files.exists(home.resolve(FOLDER));
	}

	void makeTables() {
		new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__embedded_directory.sql"))
			.execute(database());
	}

	String url() {
		return "jdbc:hsqldb:hsql://127.0.0.1:" + this.server.getLocalPort() + "/outside";
	}

	DataSource database() {
		return new DriverManagerDataSource(url(), "SA", "");
	}

	@Override
	public void close() {
		new JdbcTemplate(database()).execute("SHUTDOWN");
		this.server.stop();
	}

}
