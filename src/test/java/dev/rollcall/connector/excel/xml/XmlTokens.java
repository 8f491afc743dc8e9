package dev.rollcall.connector.excel.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The tokens of a document as two parsers see them, in one form. */
final class XmlTokens {

	private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "worksheet", "sheetData", "row", "v",
			"is", "t", "f", "extLst", "sst", "si", "r", "rPh", "中文", "long-element.name_1");

	/** Stands for every name that is not ASCII. */
	private static final String FOREIGN = "?";

	private XmlTokens() {
	}

	/** The name of the scanner's element, which must be one of those used in tests. */
	static String name(XmlScanner in) {
		return NAMES.stream().filter(in::named).findFirst().orElse(FOREIGN);
	}

	static List<String> names() {
		return NAMES;
	}

	/** As {@link XmlScanner} sees it. */
	static List<String> ofScanner(byte[] xml, int window) throws IOException {
		List<String> tokens = new ArrayList<>();
		XmlScanner in = new XmlScanner(XmlEncoding.utf8(new ByteArrayInputStream(xml), "test"), "test", window);
		int token;
		while ((token = in.next()) != XmlScanner.DOCUMENT_END) {
			if (token == XmlScanner.START) {
				tokens.add("<" + name(in));
				for (int i = 0; i < in.tag().attributes(); i++) {
					tokens.add("@" + in.tag().localName(i) + "=" + in.tag().value(i));
				}
			}
			else {
				tokens.add((token == XmlScanner.END) ? ">" + name(in) : "#" + in.text());
			}
		}
		return tokens;
	}

	/** As the JDK's StAX parser sees it. */
	static List<String> ofStax(byte[] xml) throws XMLStreamException {
		if (!Arrays.equals(xml, bytes(new String(xml, StandardCharsets.UTF_8)))) {
			// It would say so on standard error before it throws.
			throw new XMLStreamException("not UTF-8");
		}
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		factory.setXMLReporter((message, type, information, location) -> {
		});
		XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
		List<String> tokens = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		while (in.hasNext()) {
			int event = in.next();
			if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
					|| event == XMLStreamConstants.SPACE) {
				text.append(in.getText());
			}
			else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
				if (text.length() > 0) {
					tokens.add("#" + text);
					text.setLength(0);
				}
				String name = local(in.getLocalName());
				tokens.add(((event == XMLStreamConstants.START_ELEMENT) ? "<" : ">")
						+ (NAMES.contains(name) && name.charAt(0) < 0x80 ? name : FOREIGN));
				for (int i = 0; event == XMLStreamConstants.START_ELEMENT && i < in.getAttributeCount(); i++) {
					tokens.add("@" + local(in.getAttributeLocalName(i)) + "=" + in.getAttributeValue(i));
				}
			}
		}
		return tokens;
	}

	private static String local(String qualified) {
		return qualified.substring(qualified.lastIndexOf(':') + 1);
	}

	static byte[] bytes(String xml) {
		return xml.getBytes(StandardCharsets.UTF_8);
	}

}
