package dev.rollcall.cli;

import java.time.Clock;
import java.util.function.ToIntFunction;

import dev.rollcall.directory.Message;
import dev.rollcall.job.Home;
import dev.rollcall.job.Workplace;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Masking;
import dev.rollcall.report.Words;

/**
 * Who gives a command: where they look, which language they read, how much they want to
 * see.
 */
final class Operator {

	private final Console console;

	private final Words words;

	private final Home home;

	private final String command;

	private final Ending ending;

	private final Clock clock;

	private boolean json;

	private boolean debugging;

	private boolean showPersonal;

	/**
	 * What has been done, for programs that read JSON.
	 *
	 * @param done what is said to the operator
	 * @param code the sentence, whatever the language
	 */
	record Done(String done, String code) {

	}

	Operator(Console console, Words words, Home home, String command, Ending ending, Clock clock) {
		this.console = console;
		this.words = words;
		this.home = home;
		this.command = command;
		this.ending = ending;
		this.clock = clock;
	}

	Console console() {
		return this.console;
	}

	Words words() {
		return this.words;
	}

	Home home() {
		return this.home;
	}

	/** The command as it was typed. */
	String command() {
		return this.command;
	}

	/** How the process ends in which the command is carried out. */
	Ending ending() {
		return this.ending;
	}

	boolean isJson() {
		return this.json;
	}

	boolean isDebugging() {
		return this.debugging;
	}

	Masking masking() {
		return new Masking(this.showPersonal);
	}

	void wants(boolean jsonFormat, boolean debug, boolean personal) {
		this.json = jsonFormat;
		this.debugging = debug;
		this.showPersonal = personal;
	}

	/** Says what has been done, in the operator's words or in JSON. */
	int say(Message done) {
		if (this.json) {
			JsonReport.write(new Done(this.words.of(done), done.code()), this.console.out());
		}
		else {
			this.console.out().println(this.words.of(done));
		}
		return ExitCode.DONE;
	}

	/** Opens the database. */
	Workplace open() {
		return Workplace.open(this.home, this.words, this.command, this.clock);
	}

	/** Does something with an open database. */
	int with(ToIntFunction<Workplace> work) {
		try (Workplace workplace = open()) {
			return work.applyAsInt(workplace);
		}
	}

}
