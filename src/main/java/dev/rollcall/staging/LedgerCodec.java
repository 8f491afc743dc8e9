package dev.rollcall.staging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered of a member as bytes: each field's name and what it held. The names
 * stand there too, because which fields a target hides may change.
 */
final class LedgerCodec {

	private LedgerCodec() {
	}

	static byte[] encoded(Map<String, String> fields) {
		ByteSink sink = new ByteSink(fields.size() * 32);
		new TreeMap<>(fields).forEach((name, content) -> sink.text(name).text(content));
		return sink.toArray();
	}

	static Map<String, String> decoded(byte[] encoded) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (ByteSource source = new ByteSource(encoded); source.hasMore();) {
			fields.put(source.textOrEmpty(), source.textOrEmpty());
		}
		return fields;
	}

}
