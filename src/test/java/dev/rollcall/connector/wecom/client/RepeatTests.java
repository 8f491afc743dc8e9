package dev.rollcall.connector.wecom.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;

import dev.rollcall.connector.remote.UnexpectedStatus;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.CreatedDepartment;
import dev.rollcall.connector.wecom.api.CreatedMember;
import dev.rollcall.connector.wecom.api.DepartmentWrite;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.connector.wecom.api.Plain;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RepeatTests {

	private final FakeWeCom wecom = new FakeWeCom();

	private final WeComClient client = this.wecom.client();

	@ParameterizedTest
	@ValueSource(ints = { -1, 6000, 45033 })
	void repeatsWhatWeComWasTooBusyFor(int code) {
		this.wecom.then("member", FakeWeCom.member(code, "busy")).then("member", FakeWeCom.member(code, "busy"));
		assertThat(this.client.member(Credential.APP, "u1").userid()).isEqualTo("u1");
		assertThat(this.wecom.count("member")).isEqualTo(3);
		assertThat(this.wecom.pace.seconds()).isBetween(3L, 6L);
	}

	@Test
	void givesUpAfterAsManyAttemptsAsAreAllowed() {
		for (int i = 0; i < 10; i++) {
			this.wecom.then("member", FakeWeCom.member(-1, "system busy"));
		}
		assertPassing("remote.busy", () -> this.client.member(Credential.APP, "u1"));
		assertThat(this.wecom.count("member")).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 48002, 48009, 60011, 60020, 60111, 40058, 60104, 99999 })
	void repeatsNothingThatIsRefused(int code) {
		this.wecom.then("member", FakeWeCom.member(code, "no"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.client.member(Credential.APP, "u1"))
			.matches((refusal) -> refusal.code() == code && !refusal.isPassing());
		assertThat(this.wecom.count("member")).isEqualTo(1);
	}

	@Test
	void keepsWeComsWordsWithoutWhatDiffersFromCallToCall() {
		this.wecom.then("member", FakeWeCom.member(60111, "userid not found, hint: [1686622288307412893226105], "
				+ "from ip: 1.2.3.4, more info at https://open.work.weixin.qq.com/devtool/query?e=60111"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.client.member(Credential.APP, "u1"))
			.matches((refusal) -> refusal.words().equals("userid not found"))
			.matches((refusal) -> refusal.text()
				.equals(Message.of("wecom.refused.no-member", "user/get", "60111", "userid not found")));
	}

	@Test
	void doesNotRepeatACreationWhoseAnswerWasLost() {
		this.wecom.then("createMember", () -> lost());
		assertPassing("remote.lost", () -> this.client.createMember(member()));
		this.wecom.then("createDepartment", () -> lost());
		assertPassing("remote.lost", () -> this.client.createDepartment(department()));
		this.wecom.then("createMember", () -> {
			throw new UnexpectedStatus(502);
		});
		assertPassing("remote.status", () -> this.client.createMember(member()));
		assertThat(this.wecom.count("createMember")).isEqualTo(2);
		assertThat(this.wecom.count("createDepartment")).isEqualTo(1);
	}

	@Test
	void repeatsACreationThatWasNeverSent() {
		this.wecom.then("createDepartment", () -> {
			throw new ResourceAccessException("I/O", new ConnectException("Connection refused"));
		});
		assertThat(this.client.createDepartment(department())).isEqualTo(7);
		assertThat(this.wecom.count("createDepartment")).isEqualTo(2);
	}

	@Test
	void cannotTellWhoCreatedWhatARepeatFindsThere() {
		this.wecom.then("createMember", new CreatedMember(-1, "system busy", null))
			.then("createMember", new CreatedMember(60102, "userid existed", null));
		assertPassing("remote.doubtful", () -> this.client.createMember(member()));
		this.wecom.then("createDepartment", new CreatedDepartment(6000, "conflict", null))
			.then("createDepartment", new CreatedDepartment(60008, "department existed", null));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.client.createDepartment(department()));
	}

	@Test
	void aDeletionThatWasDoneWithoutAnAnswerIsDone() {
		this.wecom.then("deleteMember", () -> lost()).then("deleteMember", new Plain(60111, "userid not found"));
		this.client.deleteMember("u1");
		this.wecom.then("deleteDepartment", () -> lost()).then("deleteDepartment", new Plain(60123, "invalid party"));
		this.client.deleteDepartment(7);
		assertThat(this.wecom.count("deleteMember") + this.wecom.count("deleteDepartment")).isEqualTo(4);
	}

	@Test
	void aDeletionOfWhatIsNotThereIsRefused() {
		this.wecom.then("deleteMember", new Plain(60111, "userid not found"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.client.deleteMember("u1"));
	}

	@Test
	void cannotTellWhatBecameOfMembersDeletedTogetherWhoseAnswerWasLost() {
		this.wecom.then("deleteMembers", () -> lost()).then("deleteMembers", new Plain(40031, "invalid userid"));
		assertPassing("remote.doubtful", () -> this.client.deleteMembers(List.of("u1", "u2")));
	}

	@Test
	void showsNoneOfTheSecretsThatAFailureSpeaksOf() {
		String address = "http://x?access_token=token-canary-1&corpsecret=" + FakeWeCom.CONTACT_SECRET;
		this.wecom.then("createMember", () -> {
			throw new ResourceAccessException("I/O error on POST request for " + address,
					new SocketTimeoutException("Read of " + address + " timed out"));
		});
		DirectoryException failure = catchThrowableOfType(DirectoryException.class,
				() -> this.client.createMember(member()));
		assertThat(failure).hasStackTraceContaining("Read of http://x?access_token=***");
		StringWriter shown = new StringWriter();
		failure.printStackTrace(new PrintWriter(shown));
		assertThat(shown + " " + failure.text()).doesNotContain("canary");
	}

	@Test
	void saysWhatTheCallsHaveComeTo() {
		this.wecom.then("member", FakeWeCom.member(-1, "busy")).then("deleteMember", () -> lost());
		this.client.member(Credential.CONTACT, "u1");
		this.client.deleteMember("u1");
		assertThat(this.client.traffic()).startsWith(
				Message.of("remote.traffic.calls", "wecom.vendor", 5, "gettoken 1, user/delete 2, user/get 2"),
				Message.of("remote.traffic.repeated-busy", 1), Message.of("remote.traffic.repeated-network", 1));
		assertThat(this.client.traffic()).last()
			.matches((waited) -> waited.code().equals("remote.traffic.waited-pause"));
	}

	@Test
	void saysNothingWhereNothingWasCalled() {
		assertThat(this.client.traffic()).isEmpty();
	}

	private static Object lost() {
		throw new ResourceAccessException("I/O error on GET request for \"http://x?access_token=token-canary-1\"",
				new SocketTimeoutException("Read timed out"));
	}

	static void assertPassing(String sentence, Runnable call) {
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(call::run)
			.matches(DirectoryException::isPassing)
			.isNotInstanceOf(Refusal.class)
			.matches((failure) -> failure.text().code().equals(sentence), sentence);
	}

	private static MemberWrite member() {
		return new MemberWrite("u1", null, "n", null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null);
	}

	private static DepartmentWrite department() {
		return new DepartmentWrite(null, "d", null, 1L, null);
	}

}
