package dev.rollcall.connector.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SharedStringsTests {

	@Test
	void joinsRichTextAndLeavesPhoneticRunsOut() throws IOException {
		assertThat(texts("<sst><si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space='preserve'> 三</t></r>"
				+ "<rPh sb='0' eb='1'><t>zhang</t></rPh><phoneticPr fontId='1'/></si><si/><si><t/></si>"
				+ "<si><t>a&amp;b</t></si></sst>", 4))
			.containsExactly("张 三", "", "", "a&b");
	}

	@Test
	void readsTheSameHoweverTheTextsAreWritten() throws IOException {
		List<String> texts = new ArrayList<>();
		StringBuilder quick = new StringBuilder("<sst>");
		StringBuilder slow = new StringBuilder("<x:sst>");
		for (int i = 0; i < 20_000; i++) {
			String text = switch (i % 6) {
				case 0 -> "user" + i + "@example.com";
				case 1 -> "集团/研发部" + i;
				case 2 -> "";
				case 3 -> "x".repeat(i % 3000);
				case 4 -> "😀é" + i;
				default -> "a_x" + i;
			};
			texts.add(text);
			quick.append("<si><t>").append(text).append("</t></si>");
			slow.append("<x:si>\n<x:t>").append(text).append("</x:t></x:si >");
		}
		assertThat(texts(quick + "</sst>", texts.size())).isEqualTo(texts);
		assertThat(texts(slow + "</x:sst>", texts.size())).isEqualTo(texts);
	}

	@Test
	void remembersWhichTextsArePlain() throws IOException {
		SharedStrings strings = read("<sst><si><t>plain</t></si><si><t> not </t></si></sst>");
		RowBlock block = block(2);
		CellText cell = new CellText(new BookOfStrings(strings));
		cell.prepare(block);
		assertThat(block.type[0]).isEqualTo(CellType.SHARED);
		assertThat(block.type[1]).isEqualTo(CellType.UNCLEAN_SHARED);
		assertThat(cell.load(block, 1).text()).isEqualTo("not");
		assertThat(cell.raw()).isEqualTo(" not ");
	}

	@Test
	void refusesTextsThatAreNotThere() {
		SharedStrings strings = read("<sst><si><t>only</t></si></sst>");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(1))
			.returns(ExcelMessage.TEXT_MISSING, RefusedException::why);
	}

	@Test
	@Timeout(30)
	void whoeverLearnsThatThereAreNoMoreFindsTheLastOnes() {
		SharedStrings strings = new SharedStrings(3 << 20);
		Thread reader = new Thread(strings::complete);
		assertThatNoException().isThrownBy(() -> {
			strings.add(new byte[8], 0, 8, true);
			synchronized (strings) {
				reader.start();
				// It is stopped in the middle of saying so.
				while (reader.getState() != Thread.State.BLOCKED) {
					Thread.onSpinWait();
				}
				strings.await(0);
			}
		});
	}

	@Test
	void handsOnWhatWentWrongWhileTheyWereRead() {
		SharedStrings strings = read("<sst><si><t>one</t></si><si><t>cut");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(5))
			.returns(ExcelMessage.TRUNCATED, RefusedException::why);
	}

	@Test
	void refusesTextThatIsNotUtf8() {
		byte[] xml = "<sst><si><t>?</t></si></sst>".getBytes(StandardCharsets.UTF_8);
		xml[12] = (byte) 0xFF;
		SharedStrings strings = read(xml);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(0))
			.returns(ExcelMessage.ENCODING, RefusedException::why);
	}

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

	private static SharedStrings read(String xml) {
		return read(xml.getBytes(StandardCharsets.UTF_8));
	}

	private static SharedStrings read(byte[] xml) {
		SharedStrings strings = new SharedStrings(1 << 30);
		new SharedStringsXml(new XmlScanner(new ByteArrayInputStream(xml), "test"), strings).read();
		return strings;
	}

	private static List<String> texts(String xml, int count) throws IOException {
		SharedStrings strings = read(xml);
		RowBlock block = block(count);
		CellText cell = new CellText(new BookOfStrings(strings));
		cell.prepare(block);
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			texts.add(cell.load(block, i).raw());
		}
		return texts;
	}

	/** A cell for each of the first texts. */
	private static RowBlock block(int count) {
		RowBlock block = new RowBlock();
		block.clear(0);
		for (int i = 0; i < count; i++) {
			block.addShared(i, i);
		}
		return block;
	}

	/** A book that has nothing but texts. */
	private record BookOfStrings(SharedStrings strings) implements Book {

		@Override
		public List<Sheet> sheets() {
			return List.of();
		}

		@Override
		public RowStream rows(int sheet) {
			throw new IndexOutOfBoundsException(sheet);
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
