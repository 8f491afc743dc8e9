package dev.rollcall.notice;

import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rollcall.notice.MailServer.Tls;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Mail goes out, or it is said why not; and never where others can read along. */
class MailIntegrationTests {

	private static final Notice NOTICE = new Notice("张三 申请", "第一行\napprove-application rca_secret");

	private final GreenMail server = new GreenMail(
			new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
					new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS) });

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void reachesEveryReceiverAsItWasWritten() throws Exception {
		mail(Tls.NONE, null, null).tell(NOTICE);
		MimeMessage[] received = this.server.getReceivedMessages();
		assertThat(received).hasSize(2);
		assertThat(received[0].getSubject()).isEqualTo("张三 申请");
		assertThat(received[0].getContent().toString().replace("\r", "").strip()).isEqualTo(NOTICE.text());
		assertThat(received[0].getFrom()).extracting(Object::toString).containsExactly("rollcall@example.com");
		assertThat(received[0].getRecipients(RecipientType.TO)).extracting(Object::toString)
			.containsExactly("a@example.com", "b@example.com");
		assertThat(mail(Tls.NONE, null, null).name().arguments()).first().isEqualTo("2");
	}

	@Test
	void saysWhoItIs() {
		this.server.setUser("rollcall", "hunter22");
		mail(Tls.NONE, "rollcall", "hunter22").tell(NOTICE);
		assertThat(this.server.getReceivedMessages()).hasSize(2);
		assertFails(mail(Tls.NONE, "rollcall", "wrong-password"), "notice.mail.user");
	}

	@Test
	void sendsNothingWhereNoTlsIsToBeHad() {
		assertFails(mail(Tls.STARTTLS, null, null), "notice.mail.failed");
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	@Test
	void sendsNothingToAServerWhoseCertificateNobodyVouchesFor() {
		MailServer tls = new MailServer("127.0.0.1", this.server.getSmtps().getPort(), Tls.TLS, null, null,
				"rollcall@example.com", List.of("a@example.com"));
		assertFails(new Mail(tls), "notice.mail.failed");
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	@Test
	void saysThatNothingAnswersThere() {
		Mail mail = mail(Tls.NONE, null, null);
		this.server.stop();
		assertFails(mail, "notice.mail.failed");
	}

	private static void assertFails(Mail mail, String code) {
		assertThatExceptionOfType(NoticeException.class).isThrownBy(() -> mail.tell(NOTICE)).satisfies((failure) -> {
			assertThat(failure.text().code()).isEqualTo(code);
			assertThat(failure).hasNoCause();
			assertThat(failure.text().toString()).doesNotContain("rca_secret", "wrong-password", "Exception");
		});
	}

	private Mail mail(Tls tls, String username, String password) {
		return new Mail(new MailServer("127.0.0.1", this.server.getSmtp().getPort(), tls, username, password,
				"rollcall@example.com", List.of("a@example.com", "b@example.com")));
	}

}
