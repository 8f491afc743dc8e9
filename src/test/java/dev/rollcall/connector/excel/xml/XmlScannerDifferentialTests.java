package dev.rollcall.connector.excel.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.xml.stream.XMLStreamException;

import org.junit.jupiter.api.Test;

import dev.rollcall.connector.excel.message.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Holds the scanner against the JDK's parser, on documents made by chance. */
class XmlScannerDifferentialTests {

	private static final int DOCUMENTS = 1500;

	private final Random random = new Random(20_261_120);

	@Test
	void seesTheSameTokensAsAnotherParser() throws IOException, XMLStreamException {
		for (int i = 0; i < DOCUMENTS; i++) {
			byte[] xml = XmlTokens.bytes(document());
			List<String> expected = XmlTokens.ofStax(xml);
			assertThat(XmlTokens.ofScanner(xml, 4096)).as(() -> text(xml)).isEqualTo(expected);
			assertThat(XmlTokens.ofScanner(xml, 1 + this.random.nextInt(40))).as(() -> text(xml)).isEqualTo(expected);
		}
	}

	@Test
	void refusesEveryDocumentThatIsCutOff() throws IOException {
		for (int i = 0; i < DOCUMENTS / 10; i++) {
			String whole = document();
			byte[] xml = XmlTokens.bytes(whole);
			int close = whole.indexOf('>', whole.lastIndexOf("</a"));
			int end = XmlTokens.bytes(whole.substring(0, close + 1)).length;
			int step = 1 + xml.length / 200;
			for (int length = 0; length < end; length += step) {
				byte[] cut = Arrays.copyOf(xml, length);
				assertThatExceptionOfType(RefusedException.class).as(() -> text(cut))
					.isThrownBy(() -> XmlTokens.ofScanner(cut, 64));
			}
		}
	}

	@Test
	void seesTheSameTokensInWhateverTheOtherParserTakes() throws IOException {
		int taken = 0;
		for (int i = 0; i < DOCUMENTS * 4; i++) {
			byte[] xml = mutated(XmlTokens.bytes(document()));
			List<String> expected;
			try {
				expected = XmlTokens.ofStax(xml);
			}
			// The JDK's parser runs into its own bounds on some damaged documents.
			catch (XMLStreamException | IndexOutOfBoundsException ex) {
				continue;
			}
			taken++;
			assertThat(XmlTokens.ofScanner(xml, 1 + this.random.nextInt(80))).as(() -> text(xml)).isEqualTo(expected);
		}
		assertThat(taken).isGreaterThan(DOCUMENTS / 4);
	}

	@Test
	void refusesTagsThatDoNotMatch() {
		for (int i = 0; i < DOCUMENTS / 4; i++) {
			String xml = document();
			int close = xml.lastIndexOf("</");
			String broken = xml.substring(0, close) + "</x" + xml.substring(close + 2);
			assertThatExceptionOfType(RefusedException.class).as(broken)
				.isThrownBy(() -> XmlTokens.ofScanner(XmlTokens.bytes(broken), 64));
		}
	}

	private String document() {
		StringBuilder xml = new StringBuilder();
		xml.append(pick("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version='1.0'?>\r\n", "\uFEFF"));
		xml.append(pick("", "<!-- c -->", "\n", "<?p i?>"));
		xml.append("<a xmlns:ns1='u'");
		attributes(xml);
		xml.append('>');
		content(xml, 0);
		xml.append("</a").append(pick("", " ", "\n")).append('>');
		xml.append(pick("", "\n", "<!-- end -->"));
		return xml.toString();
	}

	private void content(StringBuilder xml, int depth) {
		int pieces = this.random.nextInt(6);
		for (int i = 0; i < pieces; i++) {
			switch (this.random.nextInt(7)) {
				case 0, 1, 2 -> element(xml, depth);
				case 3 -> xml.append(pick("<!-- a > b -->", "<?x y?>", "<!---->"));
				case 4 -> xml.append("<![CDATA[").append(pick("", "<b>&amp;", "]]", "]>", "x\r\ny")).append("]]>");
				default -> text(xml);
			}
		}
	}

	private void element(StringBuilder xml, int depth) {
		String name = pick("", "", "", "ns1:") + XmlTokens.names().get(this.random.nextInt(XmlTokens.names().size()));
		xml.append('<').append(name);
		attributes(xml);
		if (depth > 5 || this.random.nextInt(4) == 0) {
			xml.append(pick("", " ", "\t")).append("/>");
			return;
		}
		xml.append(pick("", " ", "\r\n")).append('>');
		content(xml, depth + 1);
		xml.append("</").append(name).append(pick("", " ")).append('>');
	}

	private void attributes(StringBuilder xml) {
		int count = this.random.nextInt(4);
		for (int i = 0; i < count; i++) {
			xml.append(pick(" ", "  ", "\n", "\t")).append(pick("x", "yy", "ns1:z", "aVeryLongName")).append(i);
			xml.append(pick("=", " =", "= ", "\n=\n"));
			String quote = pick("\"", "'");
			xml.append(quote).append(pick("", "1", "a b", "&lt;&#65;", "中文", "\t\n", "\r\n", ">", "/>")).append(quote);
		}
	}

	private void text(StringBuilder xml) {
		int pieces = 1 + this.random.nextInt(4);
		for (int i = 0; i < pieces; i++) {
			xml.append(pick("x", " ", "\n", "\r\n", "\r", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#x4e2d;",
					"&#128512;", "中文", "é", "😀", ">", "'\"", "&#13;", "plain text of some length"));
		}
	}

	private byte[] mutated(byte[] xml) {
		byte[] changed = xml.clone();
		switch (this.random.nextInt(3)) {
			case 0 -> changed[this.random.nextInt(changed.length)] = (byte) pick("<", ">", "/", "'", "a", " ", "&", "=")
				.charAt(0);
			case 1 -> {
				int at = this.random.nextInt(changed.length);
				System.arraycopy(changed, at + 1, changed, at, changed.length - at - 1);
				changed = Arrays.copyOf(changed, changed.length - 1);
			}
			default -> {
				int from = this.random.nextInt(changed.length);
				int to = this.random.nextInt(changed.length);
				byte kept = changed[from];
				changed[from] = changed[to];
				changed[to] = kept;
			}
		}
		return changed;
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	private static String text(byte[] xml) {
		return new String(xml, StandardCharsets.UTF_8);
	}

}
