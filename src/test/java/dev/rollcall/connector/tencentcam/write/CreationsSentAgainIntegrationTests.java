package dev.rollcall.connector.tencentcam.write;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Achieved;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Habit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A creation is two calls: it may be broken off in each of them and between them. */
class CreationsSentAgainIntegrationTests {

	private static final Change CREATION = Rehearsal.create("ZhangSan", "name", "张三", "mobile", "+8613800000000",
			"email", "z@example.com", "groups", "developers");

	private final Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.grouping("developers"));

	@BeforeEach
	void begin() {
		this.rehearsal.groups("developers", "by-hand");
	}

	@AfterEach
	void end() {
		this.rehearsal.close();
	}

	@Test
	void aCreationWhoseAnswerIsLostIsLookedUpAndDone() {
		this.rehearsal.cam.faults().next("AddUser", Fault.ANSWER_LOST, 1);

		assertThat(this.rehearsal.apply(CREATION)).isEqualTo(Outcome.created(this.rehearsal.ref("ZhangSan")));
		assertThat(this.rehearsal.cam.calls().count("AddUser")).isOne();
		assertThat(this.rehearsal.groupsOf("ZhangSan")).containsExactly("developers");
	}

	@Test
	void aCreationThatHasNotArrivedIsSentAgain() {
		this.rehearsal.cam.faults().next("AddUser", Fault.DROPPED, 1);

		assertThat(this.rehearsal.apply(CREATION).state()).isEqualTo(Outcome.State.DONE);
		assertThat(this.rehearsal.names()).containsExactly("ZhangSan");
	}

	@Test
	void whoeverCannotLookDoesNotSay() {
		this.rehearsal.cam.faults().next("AddUser", Fault.ANSWER_LOST, 1);
		this.rehearsal.cam.faults().next("GetUser", Fault.BUSY, 10);

		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> this.rehearsal.apply(CREATION))
			.matches(DirectoryException::isPassing);
	}

	@Test
	void aCrashBehindTheFirstCallIsSeenAndTheRestIsDone() {
		this.rehearsal.client
			.addUser(new AddUser("ZhangSan", "张三", 0, 0, null, null, "13800000000", "86", "z@example.com"));
		this.rehearsal.restart();

		Member found = this.rehearsal.find(CREATION);
		assertThat(found).isNotNull();
		assertThat(found.fields().values()).containsExactly("张三", "13800000000", "z@example.com", "ZhangSan", "",
				"sub-user");
		assertThat(Achieved.by(CREATION, found, (department) -> department)).isFalse();
		assertThat(this.rehearsal.apply(CREATION)).isEqualTo(Outcome.created(found.ref()));
		assertThat(this.rehearsal.groupsOf("ZhangSan")).containsExactly("developers");
	}

	@Test
	void aCreationThatIsDoneIsSeenAsDone() {
		Change creation = Rehearsal.create("ZhangSan", "name", "张三", "groups", "developers");
		String ref = String.valueOf(this.rehearsal.apply(creation).ref());
		this.rehearsal.restart();

		Member found = this.rehearsal.find(creation);
		assertThat(found).isNotNull();
		assertThat(found.ref()).isEqualTo(ref);
		assertThat(Achieved.by(creation, found, (department) -> department)).isTrue();
	}

	@Test
	void nobodyIsTakenOverWhoDiffers() {
		this.rehearsal.byHand("ZhangSan", "另一个");
		Change creation = Rehearsal.create("ZhangSan", "name", "张三", "groups", "developers");

		assertThat(why(this.rehearsal.apply(creation))).isEqualTo("tencentcam.name-taken");
		assertThat(this.rehearsal.user("ZhangSan").path("Remark").asString()).isEqualTo("另一个");
		assertThat(this.rehearsal.groupsOf("ZhangSan")).isEmpty();
		assertThat(this.rehearsal.cam.calls().count("AddUser")).isOne();
	}

	@Test
	void nobodyIsTakenOverWhoMayLogIn() {
		this.rehearsal.client.addUser(new AddUser("ZhangSan", "张三", 1, 0, null, null, null, null, null));

		assertThat(why(this.rehearsal.apply(Rehearsal.create("ZhangSan", "name", "张三"))))
			.isEqualTo("tencentcam.name-taken");
	}

	@Test
	void nobodyIsTakenOverWhoseNameDiffersInCapitals() {
		this.rehearsal.client.addUser(new AddUser("zhangsan", "张三", 0, 0, null, null, null, null, null));
		Change creation = Rehearsal.create("ZhangSan", "name", "张三");

		assertThat(this.rehearsal.find(creation)).isNotNull()
			.satisfies((found) -> assertThat(found.fields().value("username")).isEqualTo("zhangsan"));
		assertThat(String.valueOf(this.rehearsal.apply(creation).why()))
			.startsWith("tencentcam.name-taken[ZhangSan, zhangsan, ");
		assertThat(this.rehearsal.names()).containsExactly("zhangsan");
	}

	@Test
	void nobodyIsTakenOverWhomTheConsoleHasImported() {
		this.rehearsal.cam.importFromWeCom(List.of("ZhangSan"));
		Change creation = Rehearsal.create("ZhangSan");

		assertThat(why(this.rehearsal.apply(creation))).isEqualTo("tencentcam.name-taken");
		this.rehearsal.behave(Habit.WECOM_USERS_UNLISTED);
		assertThat(why(this.rehearsal.apply(creation))).isEqualTo("tencentcam.name-taken");
		assertThat(this.rehearsal.find(creation)).isNotNull()
			.satisfies((found) -> assertThat(found.userid()).isEqualTo("ZhangSan"));
	}

	@Test
	void whoTakesTheNameInTheLastMomentIsFound() {
		try (CamClient hasty = this.rehearsal.client(2); Writing writing = this.rehearsal.writing(hasty)) {
			this.rehearsal.behave(Habit.NAMES_IGNORE_CASE, Habit.WECOM_USERS_UNLISTED);
			this.rehearsal.cam.importFromWeCom(List.of("zhangsan"));

			Outcome outcome = writing.apply(List.of(Rehearsal.create("ZhangSan"))).get(0);

			assertThat(String.valueOf(outcome.why())).startsWith("tencentcam.name-taken[ZhangSan, zhangsan, ");
			assertThat(this.rehearsal.cam.calls().count("AddUser", "InvalidParameter.SubUserNameInUse")).isOne();
		}
	}

	@Test
	void whoIsCreatedAgainAfterADeletionIsAnotherAccount() {
		Change undo = Rehearsal.create("ZhangSan", "name", "张三", "groups", "developers", "status", "wecom");

		assertThat(this.rehearsal.apply(undo)).isEqualTo(Outcome.created(this.rehearsal.ref("ZhangSan")));
		// A status cannot be brought about; sent again for it, nothing happens any more.
		Map<String, Map<String, Long>> calls = this.rehearsal.cam.calls().counts();
		assertThat(this.rehearsal.apply(undo)).isEqualTo(Outcome.created(this.rehearsal.ref("ZhangSan")));
		assertThat(this.rehearsal.cam.calls().count("AddUser")).isEqualTo(calls.get("AddUser").get("OK")).isOne();
	}

	private static @Nullable String why(Outcome outcome) {
		return (outcome.why() != null) ? outcome.why().code() : null;
	}

}
