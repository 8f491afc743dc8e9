package dev.rollcall.connector.tencentcam.write;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Habit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of sub-users, but for their groups. */
class WritingSubUsersIntegrationTests {

	private final Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.PLAIN);

	@AfterEach
	void end() {
		this.rehearsal.close();
	}

	@Test
	void createsASubUserWithoutALoginAndWithoutKeys() {
		Outcome outcome = this.rehearsal
			.apply(Rehearsal.create("ZhangSan", "name", "张三", "mobile", "+85291234567", "email", "z@example.com"));

		assertThat(outcome).isEqualTo(Outcome.created(this.rehearsal.ref("ZhangSan")));
		JsonNode user = this.rehearsal.user("ZhangSan");
		assertThat(user.path("Remark").asString()).isEqualTo("张三");
		assertThat(user.path("PhoneNum").asString()).isEqualTo("91234567");
		assertThat(user.path("CountryCode").asString()).isEqualTo("852");
		assertThat(user.path("Email").asString()).isEqualTo("z@example.com");
		assertThat(user.path("ConsoleLogin").asInt()).isZero();
		assertThat(user.path("password").asString()).isEqualTo("none");
		assertThat(user.path("keys").asInt()).isZero();
	}

	@Test
	void givesOutcomesInTheOrderOfTheChanges() {
		String ref = this.rehearsal.byHand("a", "甲");

		List<Outcome> outcomes = this.rehearsal.writing
			.apply(List.of(Rehearsal.create("b"), Rehearsal.delete("404"), update(ref, "name", "乙"),
					update("404", "name", "乙"), Rehearsal.create("张三"), MemberChanges.create("c", Map.of(), null)));

		assertThat(outcomes).extracting(Outcome::state)
			.containsExactly(Outcome.State.DONE, Outcome.State.DONE, Outcome.State.DONE, Outcome.State.FAILED,
					Outcome.State.FAILED, Outcome.State.FAILED);
		assertThat(outcomes).extracting(WritingSubUsersIntegrationTests::why)
			.containsExactly(null, null, null, "tencentcam.gone", "tencentcam.refused.name", "tencentcam.no-name");
	}

	@Test
	void aNameIsGivenToTheNextWhenTheFirstIsDeleted() {
		String ref = this.rehearsal.byHand("a", "甲");
		Change deletion = new Change(ChangeKind.DELETE, EntryKind.MEMBER, "x", ref,
				Rehearsal.create("a", "name", "甲").after(), null, Message.of("test"));

		List<Outcome> outcomes = this.rehearsal.writing.apply(List.of(deletion, Rehearsal.create("a", "name", "乙")));

		assertThat(outcomes).extracting(Outcome::state).containsOnly(Outcome.State.DONE);
		assertThat(this.rehearsal.user("a").path("Remark").asString()).isEqualTo("乙");
		assertThat(this.rehearsal.ref("a")).isEqualTo(outcomes.get(1).ref()).isNotEqualTo(ref);
	}

	@Test
	void updatesWhatChangesAndNothingElse() {
		String ref = this.rehearsal.byHand("a", "甲");

		assertThat(this.rehearsal.apply(update(ref, "name", "乙"))).isEqualTo(Outcome.done());

		JsonNode user = this.rehearsal.user("a");
		assertThat(user.path("Remark").asString()).isEqualTo("乙");
		assertThat(user.path("PhoneNum").asString()).isEqualTo("13800000000");
		assertThat(this.rehearsal.apply(update(ref, "mobile", "+85291234567"))).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.user("a").path("CountryCode").asString()).isEqualTo("852");
	}

	@Test
	void whoHasTheNameOfSomebodyGoneIsLeftAlone() {
		String ref = this.rehearsal.byHand("a", "甲");
		this.rehearsal.client.deleteUser("a");
		String other = this.rehearsal.byHand("a", "另一个");

		assertThat(why(this.rehearsal.apply(update(ref, "name", "乙")))).isEqualTo("tencentcam.gone");
		assertThat(this.rehearsal.apply(Rehearsal.delete(ref))).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.user("a").path("Remark").asString()).isEqualTo("另一个");
		assertThat(this.rehearsal.ref("a")).isEqualTo(other);
	}

	@Test
	void whoIsGoneIsGoneEvenIfCamDoesNotLeaveThemOut() {
		this.rehearsal.behave(Habit.GONE_UNDESCRIBED);
		String ref = this.rehearsal.byHand("a", "甲");

		assertThat(why(this.rehearsal.apply(update("404", "name", "乙")))).isEqualTo("tencentcam.gone");
		assertThat(this.rehearsal.apply(Rehearsal.delete("404"))).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.find(update("404", "name", "乙"))).isNull();
		assertThat(this.rehearsal.apply(Rehearsal.delete(ref))).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.names()).isEmpty();
	}

	@Test
	void emptiesFieldsAndLooksWhetherTheyAre() {
		String ref = this.rehearsal.byHand("a", "甲");
		Change change = Rehearsal.update(ref, Map.of("mobile", "13800000000", "email", "a@example.com"),
				Map.of("mobile", "", "email", "", "name", "乙"));

		assertThat(this.rehearsal.apply(change)).isEqualTo(Outcome.done());
		JsonNode user = this.rehearsal.user("a");
		assertThat(user.path("PhoneNum").asString() + user.path("Email").asString()).isEmpty();
		assertThat(user.path("Remark").asString()).isEqualTo("乙");
	}

	@Test
	void saysWhichFieldsCamDoesNotEmpty() {
		this.rehearsal.behave(Habit.EMPTY_KEEPS);
		String ref = this.rehearsal.byHand("a", "甲");
		Change change = Rehearsal.update(ref, Map.of("mobile", "13800000000", "email", "a@example.com"),
				Map.of("mobile", "", "email", "", "name", "乙"));

		Outcome outcome = this.rehearsal.apply(change);

		assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
		assertThat(String.valueOf(outcome.why())).isEqualTo("tencentcam.not-emptied[mobile, email]");
		assertThat(this.rehearsal.user("a").path("Remark").asString()).isEqualTo("乙");
	}

	@Test
	void aUseridIsNoMatterOfCams() {
		assertThat(this.rehearsal.apply(MemberChanges.link("404", "", "zhangsan"))).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.cam.calls().total()).isZero();
	}

	@Test
	void renamesNobody() {
		String ref = this.rehearsal.byHand("a", "甲");

		Outcome outcome = this.rehearsal
			.apply(Rehearsal.update(ref, Map.of("username", "a"), Map.of("username", "b", "name", "乙")));

		assertThat(String.valueOf(outcome.why())).isEqualTo("tencentcam.no-rename[a, b]");
		assertThat(this.rehearsal.user("a").path("Remark").asString()).isEqualTo("甲");
	}

	@Test
	void neverDeletesAccessKeys() {
		this.rehearsal.client.addUser(new AddUser("a", null, 0, 1, null, null, null, null, null));

		Outcome outcome = this.rehearsal.apply(Rehearsal.delete(this.rehearsal.ref("a")));

		assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
		assertThat(why(outcome)).isEqualTo("tencentcam.refused.keys");
		assertThat(this.rehearsal.names()).containsExactly("a");
	}

	@Test
	void writesToSubUsersOfWeComIfCamLetsIt() {
		this.rehearsal.cam.importFromWeCom(List.of("LiSi"));
		String ref = this.rehearsal.ref("LiSi");

		assertThat(this.rehearsal.apply(update(ref, "name", "李四"))).isEqualTo(Outcome.done());
		Member found = this.rehearsal.find(Rehearsal.delete(ref));
		assertThat(found).isNotNull();
		assertThat(found.userid()).isEqualTo("LiSi");
		assertThat(found.fields().values()).containsExactly("李四", "", "", "LiSi", "", "wecom");
		assertThat(this.rehearsal.apply(Rehearsal.delete(ref))).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.names()).isEmpty();
	}

	@Test
	void saysInCamsWordsWhatItDoesNotLetDo() {
		this.rehearsal.behave(Habit.WECOM_USERS_FIXED, Habit.WECOM_USERS_KEPT, Habit.WECOM_USERS_UNLISTED);
		this.rehearsal.cam.importFromWeCom(List.of("LiSi"));
		String ref = this.rehearsal.ref("LiSi");

		for (Change change : List.of(update(ref, "name", "李四"), update(ref, "mobile", ""), Rehearsal.delete(ref))) {
			Outcome outcome = this.rehearsal.apply(change);
			assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
			assertThat(String.valueOf(outcome.why())).contains("FailedOperation", "操作失败");
		}
		Member found = this.rehearsal.find(Rehearsal.delete(ref));
		assertThat(found).isNotNull();
		assertThat(found.userid()).isEqualTo("LiSi");
	}

	private static Change update(String ref, String field, String value) {
		return Rehearsal.update(ref, Map.of(), Map.of(field, value));
	}

	private static @Nullable String why(Outcome outcome) {
		return (outcome.why() != null) ? outcome.why().code() : null;
	}

}
