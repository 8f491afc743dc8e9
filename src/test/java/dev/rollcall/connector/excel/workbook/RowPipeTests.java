package dev.rollcall.connector.excel.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RowPipeTests {

	@Test
	void handsOverTheBlocksOfAllSheetsInTheirOrder() throws IOException {
		List<Integer> sheets = new ArrayList<>();
		try (RowPipe pipe = pipe((block) -> block.end(), 2, 0, 1)) {
			RowBlock block;
			while ((block = pipe.take()) != null) {
				assertThat(block.isLast()).isTrue();
				sheets.add(block.sheet());
				pipe.giveBack(block);
			}
		}
		assertThat(sheets).containsExactly(2, 0, 1);
	}

	@Test
	void handsOnWhateverEndsItsThread() throws IOException {
		try (RowPipe pipe = pipe((block) -> {
			throw new RefusedException(ExcelMessage.DAMAGED, "a");
		}, 0)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(pipe::take)
				.returns(ExcelMessage.DAMAGED, RefusedException::why);
		}
		try (RowPipe pipe = pipe((block) -> {
			throw new OutOfMemoryError();
		}, 0)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(pipe::take)
				.returns(ExcelMessage.TOO_MUCH_TEXT, RefusedException::why);
		}
		try (RowPipe pipe = pipe((block) -> {
			throw new IllegalArgumentException("a bug");
		}, 0)) {
			assertThatIllegalStateException().isThrownBy(pipe::take).withMessageContaining("a bug");
		}
	}

	@Test
	void endsItsThreadWhenItIsClosedInTheMiddle() throws IOException {
		RowPipe pipe = pipe((block) -> block.progress(0.5), 0);
		assertThat(pipe.take()).isNotNull();
		pipe.close();
		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain("rollcall-excel-rows");
	}

	private static RowPipe pipe(RowStreamOfOne rows, Integer... sheets) {
		return new RowPipe(new BookOf(rows), List.of(sheets), SharedStrings.none());
	}

	/** A stream that has nothing to close. */
	private interface RowStreamOfOne extends RowStream {

		@Override
		default void close() {
		}

	}

	/** A book all of whose sheets are the same. */
	private record BookOf(RowStream rows) implements Book {

		@Override
		public List<Sheet> sheets() {
			return List.of();
		}

		@Override
		public RowStream rows(int sheet) {
			return this.rows;
		}

		@Override
		public SharedStrings strings() {
			return SharedStrings.none();
		}

		@Override
		public void forgetStrings() {
		}

		@Override
		public boolean isFrom1904() {
			return false;
		}

		@Override
		public void close() {
		}

	}

}
