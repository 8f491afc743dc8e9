package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.report.ApplicationViews;
import dev.rollcall.report.LeaverViews;
import dev.rollcall.report.AuditViews;
import dev.rollcall.report.Histories;
import dev.rollcall.report.RunReports;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.Words;
import dev.rollcall.staging.EmbeddedDatabase;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What one command works with: the database, and everything over it, made only when it is
 * needed.
 */
public final class Workplace implements AutoCloseable {

	private final EmbeddedDatabase database;

	private final ConfigurableApplicationContext context;

	private Workplace(EmbeddedDatabase database, ConfigurableApplicationContext context) {
		this.database = database;
		this.context = context;
	}

	/**
	 * Opens the database.
	 * @param command what this process does, for other processes to read
	 */
	public static Workplace open(Home home, Words words, String command) {
		return open(home, words, command, Clock.systemUTC());
	}

	/** As above, where it is some time. */
	public static Workplace open(Home home, Words words, String command, Clock clock) {
		EmbeddedDatabase database = EmbeddedDatabase.open(home.state(), command, clock);
		try {
			SpringApplication application = new SpringApplication(WorkplaceConfiguration.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setBannerMode(Banner.Mode.OFF);
			application.setLogStartupInfo(false);
			application.setLazyInitialization(true);
			application.setRegisterShutdownHook(false);
			application.addInitializers((context) -> {
				context.getBeanFactory().registerSingleton("home", home);
				context.getBeanFactory().registerSingleton("words", words);
				context.getBeanFactory().registerSingleton("clock", clock);
				context.getBeanFactory().registerSingleton("database", database);
			});
			return new Workplace(database, application.run());
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/** Lets other processes look while this one works. */
	public void letOthersLook(String command) {
		this.database.letOthersLook(command);
	}

	public Runs runs() {
		return this.context.getBean(Runs.class);
	}

	public Readiness readiness() {
		return this.context.getBean(Readiness.class);
	}

	public Approvals approvals() {
		return this.context.getBean(Approvals.class);
	}

	public NewApplications newApplications() {
		return this.context.getBean(NewApplications.class);
	}

	public Applications applications() {
		return this.context.getBean(Applications.class);
	}

	public ApplicationViews applicationViews() {
		return this.context.getBean(ApplicationViews.class);
	}

	public RunViews views() {
		return this.context.getBean(RunViews.class);
	}

	public LeaverViews leavers() {
		return this.context.getBean(LeaverViews.class);
	}

	public Prune prune() {
		return this.context.getBean(Prune.class);
	}

	public AuditViews audit() {
		return this.context.getBean(AuditViews.class);
	}

	public Histories histories() {
		return this.context.getBean(Histories.class);
	}

	public RunReports reports() {
		return this.context.getBean(RunReports.class);
	}

	@Override
	public void close() {
		this.context.close();
		this.database.close();
	}

}
