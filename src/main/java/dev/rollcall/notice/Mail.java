package dev.rollcall.notice;

import java.nio.charset.StandardCharsets;
import java.util.Properties;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.PersonalValues;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail to some people. */
public final class Mail implements Channel {

	private static final String PATIENCE_MILLIS = "10000";

	private static final int WORDS = 200;

	private final MailServer server;

	public Mail(MailServer server) {
		this.server = server;
	}

	@Override
	public Message name() {
		return Message.of("notice.mail", this.server.to().size(), host());
	}

	@Override
	public void tell(Notice notice) {
		SimpleMailMessage mail = new SimpleMailMessage();
		mail.setFrom(this.server.from());
		mail.setTo(this.server.to().toArray(String[]::new));
		mail.setSubject(notice.subject());
		mail.setText(notice.text());
		try {
			sender().send(mail);
		}
		catch (MailAuthenticationException ex) {
			throw new NoticeException(Message.of("notice.mail.user", host()));
		}
		catch (MailException ex) {
			throw new NoticeException(Message.of("notice.mail.failed", host(), words(ex, notice)));
		}
	}

	private JavaMailSenderImpl sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost(this.server.host());
		sender.setPort(this.server.port());
		sender.setUsername(this.server.username());
		sender.setPassword(this.server.password());
		sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
		sender.setJavaMailProperties(properties());
		return sender;
	}

	private Properties properties() {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
		properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
		properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
		properties.setProperty("mail.smtp.auth", String.valueOf(this.server.username() != null));
		properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
		properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		switch (this.server.tls()) {
			case STARTTLS -> {
				properties.setProperty("mail.smtp.starttls.enable", "true");
				properties.setProperty("mail.smtp.starttls.required", "true");
			}
			case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
			case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
		}
		return properties;
	}

	/** What the server says itself, in one line and without what nobody may read. */
	private String words(MailException failure, Notice notice) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String said = String.valueOf(cause.getMessage()).replace(notice.text(), "***");
		String password = this.server.password();
		String covered = (password != null && !password.isEmpty()) ? said.replace(password, "***") : said;
		String line = PersonalValues.coveredIfLikely(covered).replaceAll("\\s+", " ").strip();
		return (line.length() > WORDS) ? line.substring(0, WORDS) : line;
	}

	private String host() {
		return this.server.host() + ":" + this.server.port();
	}

}
