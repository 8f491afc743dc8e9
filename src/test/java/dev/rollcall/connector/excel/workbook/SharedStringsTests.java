package dev.rollcall.connector.excel.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedStringsTests {

	@Test
	void refusesMoreTextThanThereIsMemoryFor() {
		SharedStrings strings = new SharedStrings(3 << 20);
		byte[] text = new byte[100_000];
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> {
			for (int i = 0; i < 100; i++) {
				strings.add(text, 0, text.length, true);
			}
		}).returns(ExcelMessage.TOO_MUCH_TEXT, RefusedException::why);
		SharedStrings many = new SharedStrings(3 << 20);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> {
			for (int i = 0; i < 2_000_000; i++) {
				many.add(text, 0, 0, true);
			}
		}).returns(ExcelMessage.TOO_MUCH_TEXT, RefusedException::why);
	}

	/** They come from another thread, which may end at any moment of the waiting. */
	@Test
	void neverMissesTheLastTextsAtTheMomentWhenThereAreNoMore() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			for (int round = 0; round < 10_000; round++) {
				SharedStrings strings = new SharedStrings(1 << 20);
				strings.add(new byte[8], 0, 0, true);
				CyclicBarrier together = new CyclicBarrier(3);
				List<Future<?>> ends = new ArrayList<>();
				for (int thread = 0; thread < 2; thread++) {
					ends.add(threads.submit(() -> {
						together.await();
						strings.await(0);
						return null;
					}));
				}
				ends.add(threads.submit(() -> {
					together.await();
					strings.complete();
					return null;
				}));
				for (Future<?> end : ends) {
					end.get(1, TimeUnit.MINUTES);
				}
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void remembersWhatWasMadeOfThemUntilThatIsTooMuch() {
		SharedCache<String> cache = new SharedCache<>(64);
		for (int i = 0; i < 1000; i++) {
			assertThat(cache.get(i * 65_536)).isNull();
			cache.put(i * 65_536, "v" + i);
			assertThat(cache.get(i * 65_536)).isEqualTo("v" + i);
		}
		assertThat(cache.get(0)).isNull();
	}

}
