package dev.rollcall.connector.tencentcam.fields;

import java.util.List;

import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubUserFieldsTests {

	private final SubUserFields fields = new SubUserFields(List.of("developers", "auditors"));

	@Test
	void aSubUserIsAMemberWithoutAUserid() {
		User user = new User(100L, 5L, "ZhangSan", "张三", 0, "13800000000", "86", "z@example.com", "", null, null);

		Member member = this.fields.member(user, SubUserKind.PLAIN, List.of("developers", "by-hand", "auditors"));

		assertThat(member.ref()).isEqualTo("100");
		assertThat(member.userid()).isNull();
		assertThat(member.placements()).isNull();
		assertThat(member.fields().values()).containsExactly("张三", "13800000000", "z@example.com", "ZhangSan",
				"auditors,developers", "sub-user");
	}

	@Test
	void whomTheConsoleHasImportedHasAUserid() {
		User user = new User(100L, 5L, "ZhangSan", null, 1, null, null, null, null, "zhangsan", null);

		Member member = this.fields.member(user, SubUserKind.WECOM, List.of());

		assertThat(member.userid()).isEqualTo("zhangsan");
		assertThat(member.fields().values()).containsExactly("", "", "", "ZhangSan", "", "wecom");
	}

	@Test
	void onlyAKindThatIsNotToldIsUnknown() {
		Fields known = this.fields
			.member(new User(1L, null, null, null, null, null, null, null, null, " ", null), null, List.of())
			.fields();

		assertThat(known.values()).containsExactly("", "", "", "", "", null);
	}

	@ParameterizedTest
	@CsvSource({ "2,sub-user", "3,wecom", "4,collaborator", "5,message-receiver", "1,", "," })
	void kindsAreWords(@Nullable Integer userType, @Nullable String status) {
		SubUserKind kind = SubUserKind.of(userType);

		assertThat((kind != null) ? kind.status() : null).isEqualTo(status);
	}

	@Test
	void groupsThatWereWrittenReadAsBefore() {
		assertThat(SubUserFields.text(List.of("b", "a", "b"))).isEqualTo("a,b");
		assertThat(SubUserFields.groups("a,b")).containsExactly("a", "b");
		assertThat(SubUserFields.groups(" b , a,")).containsExactly("a", "b");
		assertThat(SubUserFields.groups("")).isEmpty();
		assertThat(SubUserFields.groups(null)).isEmpty();
	}

}
