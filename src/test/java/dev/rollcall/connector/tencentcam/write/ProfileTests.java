package dev.rollcall.connector.tencentcam.write;

import java.util.List;

import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.api.UpdateUser;
import dev.rollcall.connector.tencentcam.api.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileTests {

	private static final Profile ALL = new Profile("张三", "13800000000", "z@example.com");

	@Test
	void aCreationSaysWhatIsGivenAndNoPasswordOfOurs() {
		assertThat(new Profile("", "", null).creation("a", Rehearsal.PLAIN))
			.isEqualTo(new AddUser("a", null, 0, 0, null, null, null, null, null));
		assertThat(ALL.creation("a", new Manner(true, true, null, List.of())))
			.isEqualTo(new AddUser("a", "张三", 1, 1, null, 1, "13800000000", "86", "z@example.com"));
	}

	@Test
	void anUpdateSaysWhatChangesAndNothingElse() {
		assertThat(new Profile(null, "+85291234567", null).update("a"))
			.isEqualTo(new UpdateUser("a", null, null, "91234567", "852", null));
		assertThat(new Profile("", "", null).update("a")).isEqualTo(new UpdateUser("a", "", null, "", null, null));
		assertThat(new Profile(null, null, null).isEmpty()).isTrue();
		assertThat(new Profile(null, "", null).isEmpty()).isFalse();
	}

	@Test
	void whatIsToBeEmptyIsLeftUntilItIs() {
		Profile profile = new Profile("", "", "z@example.com");

		assertThat(profile.emptied()).containsExactly("name", "mobile");
		assertThat(profile.left(user("张三", "", "86", null))).containsExactly("name");
		assertThat(profile.left(user("", null, "86", "z@example.com"))).isEmpty();
		assertThat(profile.given()).isEqualTo(new Profile(null, null, "z@example.com"));
	}

	@ParameterizedTest
	@CsvSource({ "张三,13800000000,86,z@example.com,true", "张三,13800000000,+86,z@example.com,true",
			"张三,13800000000,,z@example.com,true", "李四,13800000000,86,z@example.com,false",
			"张三,13800000001,86,z@example.com,false", "张三,13800000000,852,z@example.com,false",
			"张三,13800000000,86,,false" })
	void knowsWhoIsJustLikeThat(String remark, String phone, @Nullable String code, @Nullable String email,
			boolean same) {
		assertThat(ALL.isOf(user(remark, phone, code, email))).isEqualTo(same);
	}

	@Test
	void whatIsNotGivenMayBeAnything() {
		assertThat(new Profile(null, "", null).isOf(user("张三", "13800000000", "86", "z@example.com"))).isTrue();
		assertThat(ALL).hasToString("Profile");
	}

	private static User user(@Nullable String remark, @Nullable String phone, @Nullable String code,
			@Nullable String email) {
		return new User(1L, 2L, "a", remark, 0, phone, code, email, null, null, null);
	}

}
