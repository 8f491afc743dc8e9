package dev.rollcall.cli;

import java.time.Clock;

import dev.rollcall.report.Words;
import dev.rollcall.staging.EmbeddedDatabase;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** One command's hold of the database and of everything over it. */
final class Session implements AutoCloseable {

	private final EmbeddedDatabase database;

	private final ConfigurableApplicationContext context;

	private Session(EmbeddedDatabase database, ConfigurableApplicationContext context) {
		this.database = database;
		this.context = context;
	}

	/**
	 * Opens the database.
	 * @param command what this process does, for other processes to read
	 */
	static Session open(Home home, Words words, String command) {
		EmbeddedDatabase database = EmbeddedDatabase.open(home.state(), command, Clock.systemUTC());
		try {
			SpringApplication application = new SpringApplication(CliConfiguration.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setBannerMode(Banner.Mode.OFF);
			application.setLogStartupInfo(false);
			application.setLazyInitialization(true);
			application.setRegisterShutdownHook(false);
			application.addInitializers((context) -> {
				context.getBeanFactory().registerSingleton("home", home);
				context.getBeanFactory().registerSingleton("words", words);
				context.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
				context.getBeanFactory().registerSingleton("database", database);
			});
			return new Session(database, application.run());
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/** Lets other processes look while this one works. */
	void letOthersLook(String command) {
		this.database.letOthersLook(command);
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
		this.database.close();
	}

}
