package dev.rollcall.connector.authing.read;

import java.util.List;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading department by department, where a list of all does not reach its end. */
class DepartmentWiseTests {

	private final FakeAuthing authing = new FakeAuthing();

	@BeforeEach
	void fill() {
		for (int i = 1; i <= 6; i++) {
			this.authing.departments.add(new DepartmentDetail("n" + i, null, FakeAuthing.ROOT, "d" + i, null, null,
					List.of(), (i == 4) ? 10L : 120L, false, true, null));
		}
		for (int i = 0; i < 360; i++) {
			this.authing.user("user" + i, "n" + (1 + i % 3), "n" + (4 + i % 3));
		}
		this.authing.deepest = 200;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findsEverybodyOnce(boolean refuses) {
		this.authing.refusesDeep = refuses;
		Reading reading = this.authing.reading(true, false);
		List<Page> pages = AuthingPagesTests.pages(reading, null);
		assertThat(AuthingPagesTests.refs(pages)).hasSize(360).doesNotHaveDuplicates();
		assertThat(AuthingPagesTests.gaps(pages)).isEmpty();
		assertThat(reading.claimed()).isEqualTo(new Claim(7, 360));
	}

	@Test
	void goesOnBehindAnyPage() {
		List<Page> pages = AuthingPagesTests.pages(this.authing.reading(true, false), null);
		for (int i = 0; i < pages.size(); i++) {
			List<Page> rest = AuthingPagesTests.pages(this.authing.reading(true, false), pages.get(i).cursor());
			assertThat(AuthingPagesTests.refs(rest))
				.isEqualTo(AuthingPagesTests.refs(pages.subList(i + 1, pages.size())));
			assertThat(AuthingPagesTests.gaps(rest)).isEmpty();
		}
	}

	@Test
	void saysWhoCannotBeReachedByDepartments() {
		this.authing.user("nowhere");
		assertThat(AuthingPagesTests.gaps(AuthingPagesTests.pages(this.authing.reading(true, true), null)))
			.containsExactly(Message.of("authing.gap.users-changed", 360, 361));
	}

	@Test
	void handsNobodyOverAgainWhenTheListGoesLessDeepThanBefore() {
		this.authing.deepest = 0;
		List<Page> pages = AuthingPagesTests.pages(this.authing.reading(true, false), null);
		this.authing.deepest = 100;
		List<Page> rest = AuthingPagesTests.pages(this.authing.reading(true, false), pages.get(1).cursor());
		assertThat(AuthingPagesTests.refs(rest)).isEmpty();
		assertThat(AuthingPagesTests.gaps(rest)).extracting(Message::code).contains("authing.gap.two-parts");
	}

}
