package dev.rollcall.connector.authing.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.SocketTimeoutException;
import java.util.List;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.authing.api.DepartmentWrite;
import dev.rollcall.connector.authing.api.Envelope;
import dev.rollcall.connector.authing.api.Token;
import dev.rollcall.connector.authing.api.UserBatch;
import dev.rollcall.connector.remote.UnexpectedStatus;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is made of Authing's answers. */
class AuthingClientTests {

	private final ScriptedAuthing authing = new ScriptedAuthing();

	private final AuthingClient client = this.authing.client();

	@Test
	void fetchesOneTokenAndNamesThePoolThatItIsFor() {
		this.client.departments();
		this.client.organization();
		assertThat(this.authing.calls).containsExactly("token[AccessKey[id]]",
				"departments[" + ScriptedAuthing.token("token-canary-1") + ", pool, example, root, true]",
				"organization[" + ScriptedAuthing.token("token-canary-1") + ", pool, example]");
		assertThat(this.client.pool()).isEqualTo("pool");
	}

	@Test
	void aTokenThatNamesNoPoolIsGoodAllTheSame() {
		this.authing.then("token", () -> new Envelope<>(200, "ok", null, null, new Token("opaque", 7200L)));
		this.client.organization();
		assertThat(this.authing.calls).contains("organization[opaque, , example]");
		assertThat(this.client.pool()).isEqualTo("id");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "401,-", "401,2020", "499,2020" })
	void fetchesAnotherTokenOnceWhenItIsNotTakenAnyMore(int status, Integer apiCode) {
		this.authing.refuses("organization", status, apiCode, "未登录");
		assertThat(this.client.organization().departmentId()).isEqualTo("root-id");
		assertThat(this.authing.count("token")).isEqualTo(2);
		assertThat(this.authing.count("organization")).isEqualTo(2);
	}

	@Test
	void doesNotGoOnFetchingTokensThatAreNotTaken() {
		for (int i = 0; i < 10; i++) {
			this.authing.refuses("organization", 401, 2020, "未登录");
		}
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(this.client::organization)
			.matches((failure) -> failure.text().code().equals("remote.token-refused"));
		assertThat(this.authing.count("token")).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "401,1300", "401,-", "403,-", "404,2224" })
	void aKeyThatIsRefusedIsNotTriedAgain(int status, Integer apiCode) {
		this.authing.refuses("token", status, apiCode, "签名错误");
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(this.client::organization)
				.matches((refusal) -> refusal.status() == status && !refusal.isPassing());
		}
		assertThat(this.authing.count("token")).isEqualTo(1);
		assertThat(this.authing.count("organization")).isZero();
	}

	@Test
	void waitsWhenItIsToldThatItCallsTooOften() {
		this.authing.refuses("organization", 429, null, "您的请求已超过最大数量限制，请稍后重试");
		this.client.organization();
		assertThat(this.authing.count("organization")).isEqualTo(2);
		assertThat(this.authing.pace.seconds()).isGreaterThanOrEqualTo(60);
		assertThat(this.authing.notices).extracting(Message::code).containsExactly("remote.blocked");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void anHttpStatusMeansTheSame(int status) {
		this.authing.then("organization", () -> {
			throw new UnexpectedStatus(status);
		});
		this.client.organization();
		assertThat(this.authing.count("organization")).isEqualTo(2);
		assertThat(this.authing.pace.seconds() >= 60).isEqualTo(status == 429);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503 })
	void readsOnceMoreWhenAuthingHasFailed(int status) {
		this.authing.refuses("departments", status, null, "Server");
		this.client.departments();
		assertThat(this.authing.count("departments")).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "400,authing.refused", "402,authing.refused.payment", "403,authing.refused.power",
			"404,authing.refused.gone", "409,authing.refused.taken", "413,authing.refused.too-large",
			"422,authing.refused.operation", "499,authing.refused", "603,authing.refused" })
	void repeatsNothingThatIsRefused(int status, String sentence) {
		this.authing.refuses("organization", status, null, "不");
		assertThatExceptionOfType(Refusal.class).isThrownBy(this.client::organization)
			.matches((refusal) -> refusal.status() == status && refusal.words().equals("不"))
			.matches((refusal) -> refusal.text()
				.equals(Message.of(sentence, "get-organization", String.valueOf(status), "不")));
		assertThat(this.authing.count("organization")).isEqualTo(1);
	}

	@Test
	void createsNothingTwiceWhoseAnswerWasLost() {
		this.authing.then("createUsers", AuthingClientTests::lost).then("createDepartment", AuthingClientTests::lost);
		assertThatExceptionOfType(DirectoryException.class)
			.isThrownBy(() -> this.client.createUsers(new UserBatch(List.of(), null)))
			.matches(DirectoryException::isPassing);
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> this.client.createDepartment(department()))
			.matches(DirectoryException::isPassing);
		assertThat(this.authing.count("createUsers") + this.authing.count("createDepartment")).isEqualTo(2);
	}

	@Test
	void takesNoAnswerThatIsNoneOfAuthingsForAnEmptyOne() {
		for (int i = 0; i < 10; i++) {
			this.authing.then("departments", () -> new Envelope<>(null, null, null, null, null));
		}
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(this.client::departments)
			.isNotInstanceOf(Refusal.class)
			.matches((failure) -> failure.text().code().equals("remote.unreadable"));
	}

	@Test
	void showsNoneOfTheSecretsThatAFailureSpeaksOf() {
		this.authing.then("createUsers", () -> {
			throw new ResourceAccessException("I/O", new SocketTimeoutException(
					"Read of x?a=" + ScriptedAuthing.token("token-canary-1") + "&s=" + ScriptedAuthing.SECRET));
		});
		DirectoryException failure = catchThrowableOfType(DirectoryException.class,
				() -> this.client.createUsers(new UserBatch(List.of(), null)));
		StringWriter shown = new StringWriter();
		failure.printStackTrace(new PrintWriter(shown));
		assertThat(shown + " " + failure.text()).doesNotContain("canary");
		this.authing.refuses("organization", 400, null, "bad " + ScriptedAuthing.SECRET);
		assertThatExceptionOfType(Refusal.class).isThrownBy(this.client::organization)
			.matches((refusal) -> refusal.words().equals("bad ***"));
	}

	private static Object lost() {
		throw new ResourceAccessException("I/O", new SocketTimeoutException("Read timed out"));
	}

	private static DepartmentWrite department() {
		return new DepartmentWrite("example", null, "d", "root", null, null);
	}

}
