package dev.rollcall.connector.wecom.write;

import java.time.Duration;
import java.util.List;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.FakeWeCom;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PresenceTests {

	private static final List<String> ALL = List.of("a", "b", "c");

	private final FakeWeCom weCom = new FakeWeCom();

	private final FakePace time = new FakePace();

	private final WeComClient client = this.weCom.client(false);

	private final SideBySide together = new SideBySide("test", 1);

	private final Presence presence = new Presence(new Lookup(this.client, this.together), this.time);

	@AfterEach
	void end() {
		this.together.close();
		this.client.close();
	}

	@Test
	void ignoresTheCaseOfUserids() {
		this.weCom.member("A", 1L);
		assertThat(this.presence.of(ALL)).containsExactly("a");
	}

	@Test
	void knowsWhatHasBeenWrittenWithoutReadingTheListAgain() {
		this.weCom.member("a", 1L);
		this.weCom.member("b", 1L);
		assertThat(this.presence.of(ALL)).containsExactlyInAnyOrder("a", "b");
		this.presence.done(MemberChanges.create("C"));
		this.presence.done(MemberChanges.delete("a"));
		this.presence.done(MemberChanges.update("b", "name", "乙"));
		assertThat(this.presence.of(ALL)).containsExactlyInAnyOrder("b", "c");
		assertThat(this.weCom.calls("user/list_id")).isEqualTo(1);
	}

	@Test
	void whoeverHasANewUseridIsNotThereUnderTheOldOne() {
		this.weCom.member("a", 1L);
		this.presence.of(ALL);
		Fields none = Fields.unknown(Schema.of("name"));
		this.presence.done(
				new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "a", "a", new Member("a", "a", null, none, null, null),
						new Member("a", "B", null, none, null, null), Message.of("test")));
		assertThat(this.presence.of(ALL)).containsExactly("b");
	}

	@Test
	void learnsWithinAMinuteWhatOthersDo() {
		this.presence.of(ALL);
		this.presence.done(MemberChanges.create("a"));
		this.weCom.member("b", 1L);
		this.time.pass(Duration.ofSeconds(60).toNanos());
		assertThat(this.presence.of(ALL)).containsExactly("a");
		this.time.pass(1);
		assertThat(this.presence.of(ALL)).containsExactly("b");
		assertThat(this.weCom.calls("user/list_id")).isEqualTo(2);
	}

	@Test
	void readsTheListAgainWhenNobodyKnowsWhatHasHappened() {
		this.presence.of(ALL);
		this.presence.done(MemberChanges.create("a"));
		this.presence.forget();
		this.weCom.member("b", 1L);
		assertThat(this.presence.of(ALL)).containsExactly("b");
	}

	@Test
	void remembersNothingForThoseWhoDoNotAsk() {
		this.presence.done(MemberChanges.create("a"));
		assertThat(this.weCom.calls("user/list_id")).isZero();
		assertThat(this.presence.of(ALL)).isEmpty();
	}

}
