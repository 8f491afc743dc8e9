package dev.rollcall.job;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.connector.Sentences;
import dev.rollcall.definition.ApplicationTerms;
import dev.rollcall.directory.Message;
import dev.rollcall.notice.Channel;
import dev.rollcall.notice.Notice;
import dev.rollcall.notice.NoticeException;
import dev.rollcall.report.ApplicationLine;
import dev.rollcall.staging.Application;
import dev.rollcall.staging.ApplicationStore.Opened;
import dev.rollcall.staging.ApplicationToken;
import org.jspecify.annotations.Nullable;

/**
 * An application that has been made, with its token, which is nowhere else. Whatever
 * comes of telling the administrators, it stands.
 */
public final class NewApplication {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.systemDefault());

	private final Opened opened;

	private final ApplicationToken token;

	private final ApplicationTerms terms;

	private final boolean admitted;

	/**
	 * Who was told.
	 *
	 * @param told what has reached its server
	 * @param failures why something else has not
	 */
	public record Told(List<Message> told, List<Message> failures) {

		public Told {
			told = List.copyOf(told);
			failures = List.copyOf(failures);
		}

	}

	/**
	 * An application with its token.
	 * @param admitted whether an earlier one of the member is approved
	 */
	NewApplication(Opened opened, ApplicationToken token, ApplicationTerms terms, boolean admitted) {
		this.opened = opened;
		this.token = token;
		this.terms = terms;
		this.admitted = admitted;
	}

	/** The application. */
	public ApplicationLine application() {
		return ApplicationLine.of(this.opened.application(), this.opened.application().made().at());
	}

	/** Whether it was open before, so that the token which it had is good no more. */
	public boolean renewed() {
		return this.opened.renewed();
	}

	/** Lets whoever has it decide, once. */
	public String token() {
		return this.token.text();
	}

	/** Where administrators decide, null when they do so by command. */
	public @Nullable String link() {
		return (this.terms.link() != null) ? this.terms.link().replace(ApplicationTerms.TOKEN, token()) : null;
	}

	/** What has come of it. */
	public List<Message> sentences() {
		Application application = this.opened.application();
		List<Message> sentences = new ArrayList<>();
		sentences.add(Message.of("job.application.made", application.id(), application.userid(), application.job(),
				TIME.format(application.expiresAt())));
		if (renewed()) {
			sentences.add(Message.of("job.application.renewed"));
		}
		if (this.admitted) {
			sentences.add(Message.of("job.application.admitted", application.userid()));
		}
		return sentences;
	}

	/** What has to be typed to decide. */
	public List<Message> commands() {
		return List.of(Message.of("job.application.approve", token()), Message.of("job.application.reject", token()));
	}

	/** Tells the administrators whom the job names, by every way that it names. */
	public Told tell(Sentences words) {
		List<Message> told = new ArrayList<>();
		List<Message> failures = new ArrayList<>();
		for (Channel channel : this.terms.channels()) {
			try {
				channel.tell(notice(words));
				told.add(channel.name());
			}
			catch (NoticeException ex) {
				failures.add(ex.text());
			}
		}
		return new Told(told, failures);
	}

	private Notice notice(Sentences words) {
		Application application = this.opened.application();
		String link = link();
		String ways = (link != null) ? link : commands().stream().map(words::of).collect(Collectors.joining("\n"));
		return new Notice(words.of(Message.of("job.application.notice", application.userid())),
				words.of(Message.of("job.application.notice-text", application.userid(), application.job(),
						TIME.format(application.expiresAt()))) + "\n" + ways);
	}

}
