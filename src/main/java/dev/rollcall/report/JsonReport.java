package dev.rollcall.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Writes what is shown as JSON: records by the names of their components, times as text.
 */
public final class JsonReport {

	private static final ObjectMapper MAPPER = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.addModule(new SimpleModule().addSerializer(new LowerCase()))
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private JsonReport() {
	}

	/** Constants as job files write them. */
	private static final class LowerCase extends StdSerializer<Enum<?>> {

		private static final long serialVersionUID = 1L;

		LowerCase() {
			super(Enum.class, false);
		}

		@Override
		public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
			json.writeString(RunViews.lower(value));
		}

	}

	/** Writes a value and a line end. */
	public static void write(Object value, Writer out) {
		try {
			MAPPER.writeValue(out, value);
			out.write('\n');
			out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
