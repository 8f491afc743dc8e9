package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.connector.tencentcam.read.Listing.Part;
import dev.rollcall.connector.tencentcam.read.Listing.Read;
import dev.rollcall.directory.Message;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Lists are read to their end, whatever their pages are like, and reading ends. */
class ListingTests {

	private final List<Integer> asked = new ArrayList<>();

	@Property
	void everythingIsReadOnceHoweverLargePagesAre(@ForAll @IntRange(max = 400) int total,
			@ForAll @IntRange(min = 1, max = 120) int largest, @ForAll boolean numbered, @ForAll boolean silent) {
		List<Integer> all = IntStream.range(0, total).boxed().toList();
		Read<Integer> read = read((number, offset, size) -> {
			int most = Math.min(size, largest);
			int from = Math.min(total, numbered ? (number - 1) * most : offset);
			return new Part<>(silent ? -1 : total, all.subList(from, Math.min(total, from + most)));
		});
		assertThat(read.entries()).isEqualTo(all);
		assertThat(read.whole()).isTrue();
	}

	@Test
	void asksForSmallerPagesWhereLargeOnesAreRefused() {
		Read<Integer> read = read((number, offset, size) -> {
			this.asked.add(size);
			if (size > 20) {
				throw new Refusal(Message.of("x"), "InvalidParameter.ParamError", "Limit");
			}
			return part(45, offset, Math.min(45, offset + size));
		});
		assertThat(read.entries()).hasSize(45);
		assertThat(this.asked).containsExactly(100, 50, 20, 20, 20);
	}

	@Test
	void whateverIsRefusedOtherwiseIsRefused() {
		for (String code : List.of("FailedOperation", "InvalidParameter.ParamError")) {
			this.asked.clear();
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read((number, offset, size) -> {
				this.asked.add(size);
				throw new Refusal(Message.of("x"), code, "");
			})).matches((refusal) -> refusal.code().equals(code));
			assertThat(this.asked).hasSize(code.equals("FailedOperation") ? 1 : 4);
		}
	}

	@Test
	void readsAgainWhatHasChangedMeanwhile() {
		// The first one is deleted between two pages: the 100th would be passed over.
		Read<Integer> read = read((number, offset, size) -> {
			this.asked.add(offset);
			boolean before = this.asked.size() == 1;
			return before ? part(150, 0, 100) : part(149, offset + 1, Math.min(150, offset + 1 + size));
		});
		assertThat(this.asked).containsExactly(0, 100, 0, 100);
		assertThat(read.entries()).isEqualTo(IntStream.range(1, 150).boxed().toList());
		assertThat(read.whole()).isTrue();
	}

	@Test
	void saysWhenItDoesNotStandStill() {
		Read<Integer> read = read((number, offset, size) -> {
			this.asked.add(offset);
			return part(1000 + this.asked.size(), offset, offset + size);
		});
		assertThat(read.whole()).isFalse();
		assertThat(read.entries()).hasSizeGreaterThan(1000);
	}

	@Test
	void saysWhenFewerComeThanThereAre() {
		Read<Integer> read = read(
				(number, offset, size) -> part(150, Math.min(offset, 120), Math.min(120, offset + size)));
		assertThat(read.whole()).isFalse();
		assertThat(read.entries()).hasSize(120);
		assertThat(read.total()).isEqualTo(150);
	}

	@Test
	void endsWhereEveryPageIsTheSame() {
		Read<Integer> read = read((number, offset, size) -> {
			this.asked.add(offset);
			return part(1_000_000, 0, 100);
		});
		assertThat(read.entries()).hasSize(100);
		assertThat(read.whole()).isFalse();
		assertThat(this.asked).hasSize(6);
	}

	@Test
	void endsWhereThereIsAlwaysMore() {
		Read<Integer> growing = read((number, offset, size) -> part(offset + 150, offset, offset + size));
		assertThat(growing.whole()).isFalse();
		assertThat(growing.entries()).hasSizeBetween(1300, 1400);
	}

	@Test
	void countsWhatCannotBeUsed() {
		Listing<Integer> listing = new Listing<>((number, offset, size) -> part(5, 0, 5),
				(entry) -> (entry % 2 == 0) ? entry : null);
		assertThat(listing.read()).isEqualTo(new Read<>(List.of(0, 2, 4), 2, 5, true));
	}

	private static Part<Integer> part(long total, int from, int to) {
		return new Part<>(total, IntStream.range(from, to).boxed().toList());
	}

	private static Read<Integer> read(Listing.Pages<Integer> pages) {
		return new Listing<>(pages, (entry) -> entry).read();
	}

}
