package dev.rollcall.connector.wecom.ids;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.FakeWeCom;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The list of userids is read to its end, or not at all. */
class IdCallsTests {

	private static final MemberIds.Row ROW = new MemberIds.Row("a", 1);

	@Test
	void joinsTheRowsOfAllPages() {
		FakeWeCom weCom = new FakeWeCom();
		IntStream.range(0, 10).forEach((i) -> weCom.member("user" + i, 1L, 2L));
		try (WeComClient client = weCom.client(false)) {
			IdLists all = new IdCalls(client, 3).read();
			assertThat(all.size()).isEqualTo(10);
			assertThat(all.memberships()).isEqualTo(20);
		}
		assertThat(weCom.calls("user/list_id")).isEqualTo(7);
	}

	@Test
	void oneCursorThatComesAgainIsAnError() {
		assertThat(failure((cursor) -> page("0", ROW))).isEqualTo("wecom.read.cursor-stuck");
	}

	@Test
	void rowsThatComeAgainAreAnError() {
		assertThat(failure((cursor) -> page(cursor + "x", ROW))).isEqualTo("wecom.read.cursor-stuck");
	}

	@Test
	void emptyPagesWithoutEndAreAnError() {
		assertThat(failure((cursor) -> page(cursor + "x"))).isEqualTo("wecom.read.cursor-stuck");
	}

	@Test
	@SuppressWarnings("NullAway") // What comes over the wire may be absent.
	void aRowThatNamesNobodyIsAnError() {
		assertThat(failure((cursor) -> page("", ROW, new MemberIds.Row(null, 1)))).isEqualTo("wecom.read.no-userid");
		assertThat(failure((cursor) -> page("", new MemberIds.Row("", 1)))).isEqualTo("wecom.read.no-userid");
	}

	private static MemberIds page(String next, MemberIds.Row... rows) {
		return new MemberIds(0, "ok", next, List.of(rows));
	}

	private static String failure(Function<@Nullable String, MemberIds> pages) {
		FakeWeCom weCom = new FakeWeCom() {
			@Override
			public MemberIds memberIds(String token, MemberIds.Wanted wanted) {
				return pages.apply(wanted.cursor());
			}
		};
		try (WeComClient client = weCom.client(false)) {
			Message[] said = new Message[1];
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> new IdCalls(client, 10).read())
				.satisfies((ex) -> said[0] = ex.text());
			return Objects.requireNonNull(said[0]).code();
		}
	}

}
