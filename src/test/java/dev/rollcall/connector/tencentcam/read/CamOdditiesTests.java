package dev.rollcall.connector.tencentcam.read;

import java.util.List;
import java.util.stream.LongStream;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.tencentcam.api.Offset;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.api.WeComUsers;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Cams;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.rollcall.connector.tencentcam.read.FakeCam.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is said of an account that cannot be read as a whole. */
class CamOdditiesTests {

	private final FakeCam cam = new FakeCam();

	@Test
	void aSubUserWithoutANumberIsNobodyAndAGap() {
		this.cam.users(user(1L, "a", null), user(null, "b", null));
		List<Page> pages = pages(null);
		assertThat(members(pages)).extracting(Member::ref).containsExactly("1");
		assertThat(gaps(pages)).containsExactly(Message.of("tencentcam.gap.without-uin", 1));
	}

	@Test
	void ofWhoIsInBothListsTheUseridIsTold() {
		User listed = new User(1L, 11L, "a", "张三", 0, "13800000001", "86", "a@acme.com", null, null, null);
		this.cam.users(listed)
			.weComUsers((asked) -> new WeComUsers(2L, List.of(user(1L, "a", "ZhangSan"), user(2L, "b", "LiSi")), null,
					null));
		List<Member> members = members(pages(null));
		assertThat(members).extracting(Member::userid).containsExactly("ZhangSan", "LiSi");
		assertThat(members.get(0).fields().known()).containsEntry(FieldNames.NAME, "张三")
			.containsEntry(FieldNames.EMAIL, "a@acme.com")
			.containsEntry(FieldNames.STATUS, "wecom");
	}

	@ParameterizedTest
	@CsvSource({ "2,sub-user", "3,wecom", "4,collaborator", "5,message-receiver" })
	void eachKindHasItsStatus(int kind, String status) {
		this.cam.users(user(1L, "a", null)).kinds((uin) -> kind);
		assertThat(members(pages(null)).get(0).fields().value(FieldNames.STATUS)).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 7 })
	void anUnknownKindIsUnknownAndAGap(int kind) {
		Integer told = (kind == 0) ? null : Integer.valueOf(kind);
		this.cam.users(user(1L, "a", null), user(2L, "b", null)).kinds((uin) -> (uin == 2) ? Integer.valueOf(2) : told);
		List<Page> pages = pages(null);
		assertThat(members(pages)).extracting((member) -> member.fields().value(FieldNames.STATUS))
			.containsExactly(null, "sub-user");
		assertThat(gaps(pages)).containsExactly(Message.of("tencentcam.gap.kinds", 1));
	}

	@Test
	void anAccountThatListsNobodyOfWeComIsReadNevertheless() {
		this.cam.users(user(1L, "a", null))
			.weComUsers((asked) -> new WeComUsers(null, null, FakeCam.failure("FailedOperation"), null));
		List<Page> pages = pages(null);
		assertThat(members(pages)).hasSize(1);
		assertThat(gaps(pages)).containsExactly(Message.of("tencentcam.gap.wecom-refused", "FailedOperation", "words"));
	}

	@Test
	void aListThatDoesNotStandStillIsAGap() {
		this.cam.weComUsers((asked) -> page(asked, 150 + asked.offset()));
		assertThat(gaps(pages(null))).extracting(Message::code).containsExactly("tencentcam.gap.wecom-users");
	}

	@Test
	void gapsOfNobodyAreToldToo() {
		this.cam.users(user(null, "b", null));
		List<Page> pages = pages(null);
		assertThat(pages).hasSize(1);
		assertThat(gaps(pages)).hasSize(1);
		assertThat(pages(pages.get(0).cursor())).isEqualTo(pages);
	}

	@ParameterizedTest
	@CsvSource({ "200,100,100", "200,,200", ",,id" })
	void anAccountIsKnownByItsOwner(@Nullable String uin, @Nullable String owner, String known) {
		this.cam.owner(uin, owner);
		String expected = known.equals("id") ? client().access().key().secretId() : known;
		assertThat(new Reading(client(), List.of()).owner()).isEqualTo(expected);
	}

	@Test
	void whateverElseIsRefusedEndsReading() {
		this.cam
			.weComUsers((asked) -> new WeComUsers(null, null, FakeCam.failure("AuthFailure.SignatureFailure"), null));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pages(null));
	}

	private static WeComUsers page(Offset asked, long total) {
		List<User> users = LongStream.range(asked.offset(), Math.min(total, asked.offset() + asked.limit()))
			.mapToObj((uin) -> user(uin + 1, "u" + uin, "U" + uin))
			.toList();
		return new WeComUsers(total, users, null, null);
	}

	private List<Page> pages(@Nullable String cursor) {
		return ReadingCamIntegrationTests.pages(new Reading(client(), List.of()), cursor);
	}

	private static List<Member> members(List<Page> pages) {
		return ReadingCamIntegrationTests.members(pages);
	}

	private static List<Message> gaps(List<Page> pages) {
		return ReadingCamIntegrationTests.gaps(pages);
	}

	private CamClient client() {
		return Cams.client(this.cam.api());
	}

}
