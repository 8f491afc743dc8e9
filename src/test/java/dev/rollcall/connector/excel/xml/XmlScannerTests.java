package dev.rollcall.connector.excel.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class XmlScannerTests {

	@Test
	void readsElementsAttributesAndText() throws IOException {
		assertThat(tokens("<?xml version='1.0'?>\n<!-- top --><a x=\"1\" y='2'>t<b/><c >u</c ></a>\n"))
			.containsExactly("<a x=1 y=2>", "t", "<b>", "</b>", "<c>", "u", "</c>", "</a>");
	}

	@Test
	void knowsElementsByTheirLocalName() throws IOException {
		assertThat(tokens("<x:a xmlns:x='u'><y:b z:w='1'/></x:a>")).containsExactly("<a x=u>", "<b w=1>", "</b>",
				"</a>");
	}

	@Test
	void replacesReferencesInTextAndAttributes() throws IOException {
		assertThat(tokens("<a x='&lt;&quot;&#65;&#x4E2D;'>&amp;&gt;&apos;&#x1F600;</a>")).containsExactly("<a x=<\"A中>",
				"&>'😀", "</a>");
	}

	@Test
	void joinsTextAroundCommentsInstructionsAndCharacterData() throws IOException {
		assertThat(tokens("<a>1<!-- > -- - -->2<?p >?>3<![CDATA[<&]]]]>4</a>")).containsExactly("<a>", "123<&]]4",
				"</a>");
	}

	@Test
	void makesLineFeedsOfAllLineEnds() throws IOException {
		assertThat(tokens("<a x='1\r\n2\t3'>1\r\n2\r3\n4<![CDATA[\r\n]]></a>")).containsExactly("<a x=1 2 3>",
				"1\n2\n3\n4\n", "</a>");
	}

	@Test
	void packsNamesOfUpToEightBytes() throws IOException {
		XmlScanner in = scanner("<workbook><sheetData/></workbook>", 4096);
		in.next();
		assertThat(in.name()).isEqualTo(EightBytes.pack("workbook"));
		in.next();
		assertThat(in.name()).isZero();
		assertThat(in.named("sheetData")).isTrue();
		assertThat(in.named("sheetDat")).isFalse();
	}

	@Test
	void findsOnlyAttributesWithoutAPrefixByTheirPackedName() throws IOException {
		XmlScanner in = scanner("<c x:r='Z9' r='A1'/>", 4096);
		in.next();
		int attribute = in.tag().find(EightBytes.pack("r"));
		assertThat(in.tag().value(attribute)).isEqualTo("A1");
		assertThat(in.tag().find(EightBytes.pack("s"))).isNegative();
	}

	@Test
	void passesOverAnElement() throws IOException {
		XmlScanner in = scanner("<a><b>1<c>2</c><d/></b><e/></a>", 4096);
		in.next();
		in.next();
		in.skipElement();
		assertThat(in.next()).isEqualTo(XmlScanner.START);
		assertThat(in.named("e")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "<a", "<a>", "<a>text", "<a><b></b>", "<a x='1", "<a>&am", "<a><!-- ",
			"<a><![CDATA[x]]", "<?xml ", "<a></a", "<a/", "<a>&", "<!-", "<a><![CDA" })
	void noticesThatTheDocumentIsCutOff(String xml) {
		refused(xml, ExcelMessage.TRUNCATED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a></b>", "<a><b></a></b>", "</a>", "<a/><b/>", "text", "<a>&unknown;</a>", "<a>&#0;</a>",
			"<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a x></a>", "<a x=1/>", "<a x='<'/>", "<a x='1'y='2'/>", "<a/ >",
			"< a/>", "<a><!ELEMENT b></a>", "<a:/>", "<a></a x>", "<a/>&#65;", "<a><></a>" })
	void refusesWhatIsNotWellFormed(String xml) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> tokens(xml));
	}

	@Test
	void refusesEntities() {
		refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", ExcelMessage.DOCTYPE);
	}

	@Test
	void refusesTokensThatNeverEnd() {
		refused("<a x='" + "y".repeat(ByteText.MAX_LENGTH) + "'/>", ExcelMessage.TOO_LONG);
		refused("<a>" + "y".repeat(ByteText.MAX_LENGTH + 1) + "</a>", ExcelMessage.TOO_LONG);
		refused("<a>".repeat(XmlScanner.MAX_DEPTH + 1), ExcelMessage.DAMAGED);
	}

	@Test
	void takesLongTokensWithinTheLimit() throws IOException {
		String text = "y".repeat(100_000);
		assertThat(tokens("<a x='" + text + "'>" + text + "</a>")).containsExactly("<a x=" + text + ">", text, "</a>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "ISO-8859-1", "windows-1252" })
	void readsOtherEncodings(String encoding) throws IOException {
		String text = encoding.startsWith("UTF") || encoding.startsWith("GB") ? "é中文😀" : "é";
		String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>" + text.repeat(5000) + "</a>";
		byte[] bytes = xml.getBytes(Charset.forName(encoding));
		var utf8 = XmlEncoding.utf8(new ByteArrayInputStream(bytes), "test");
		assertThat(tokens(new XmlScanner(utf8, "test"))).containsExactly("<a>", text.repeat(5000), "</a>");
	}

	@Test
	void passesOverAByteOrderMark() throws IOException {
		var utf8 = XmlEncoding.utf8(new ByteArrayInputStream("\uFEFF<a/>".getBytes(StandardCharsets.UTF_8)), "test");
		assertThat(tokens(new XmlScanner(utf8, "test"))).containsExactly("<a>", "</a>");
	}

	@Test
	void refusesUnknownEncodingsAndBytesThatAreNotInTheDeclaredOne() {
		byte[] unknown = "<?xml version='1.0' encoding='rot13'?><a/>".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> XmlEncoding.utf8(new ByteArrayInputStream(unknown), "test"))
			.returns(ExcelMessage.ENCODING, RefusedException::why);
		byte[] odd = { (byte) 0xFE, (byte) 0xFF, 0, '<', 0, 'a', 0, '>', (byte) 0xD8, 0, 0, '<' };
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> tokens(new XmlScanner(XmlEncoding.utf8(new ByteArrayInputStream(odd), "test"), "test")))
			.returns(ExcelMessage.ENCODING, RefusedException::why);
	}

	private static void refused(String xml, ExcelMessage why) {
		for (int window : new int[] { 1, 7, 4096 }) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> tokens(scanner(xml, window)))
				.returns(why, RefusedException::why);
		}
	}

	private static XmlScanner scanner(String xml, int window) {
		return new XmlScanner(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "test", window);
	}

	/**
	 * The tokens, which must be the same however little of the document is seen at once.
	 */
	private static List<String> tokens(String xml) throws IOException {
		List<String> tokens = tokens(scanner(xml, 4096));
		for (int window : new int[] { 1, 2, 3, 5, 8, 13 }) {
			assertThat(tokens(scanner(xml, window))).isEqualTo(tokens);
		}
		return tokens;
	}

	private static List<String> tokens(XmlScanner in) throws IOException {
		List<String> tokens = new ArrayList<>();
		int token;
		while ((token = in.next()) != XmlScanner.DOCUMENT_END) {
			switch (token) {
				case XmlScanner.START -> {
					StringBuilder start = new StringBuilder("<" + XmlTokens.name(in));
					for (int i = 0; i < in.tag().attributes(); i++) {
						start.append(' ').append(in.tag().localName(i)).append('=').append(in.tag().value(i));
					}
					tokens.add(start + ">");
				}
				case XmlScanner.END -> tokens.add("</" + XmlTokens.name(in) + ">");
				default -> tokens.add(in.text().toString());
			}
		}
		return tokens;
	}

}
