package dev.rollcall.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Values of one entry, each unknown, empty or there. */
class FieldsTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	@Test
	void areUnknownUntilOneOfThemIsKnown() {
		Schema schema = Schema.of("name", "mobile");
		assertThat(Fields.unknown(schema).areUnknown()).isTrue();
		assertThat(Fields.of(schema, Map.of()).areUnknown()).isTrue();
		assertThat(Fields.of(schema, Map.of("mobile", "")).areUnknown()).isFalse();
		assertThat(Fields.of(schema, Map.of("mobile", "1")).areUnknown()).isFalse();
		assertThat(Fields.unknown(Schema.of()).areUnknown()).isTrue();
	}

	@Test
	void toldApartAreUnknownEmptyAndAValue() {
		Fields fields = Fields.of(SCHEMA, Map.of("name", "甲", "mobile", ""));
		assertThat(List.of(fields.state(0), fields.state(1), fields.state(2))).containsExactly(FieldState.VALUE,
				FieldState.EMPTY, FieldState.UNKNOWN);
		assertThat(fields.value(0)).isEqualTo("甲");
		assertThat(fields.value(1)).isEmpty();
		assertThat(fields.value(2)).isNull();
		assertThat(fields.value("no such field")).isNull();
		assertThat(fields.known()).containsExactly(Map.entry("name", "甲"), Map.entry("mobile", ""));
	}

	@Test
	void nothingAtAllIsKnownOfUnknownFields() {
		Fields unknown = Fields.unknown(SCHEMA);
		assertThat(unknown.known()).isEmpty();
		assertThat(unknown).isEqualTo(Fields.of(SCHEMA, Map.of()));
	}

	@Test
	void refusesAFieldThatTheSchemaDoesNotHave() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fields.of(SCHEMA, Map.of("age", "7")))
			.withMessageContaining("age");
	}

	/** Lengths around those at which the stored form takes another byte. */
	@Test
	void givesValuesOfAnyLengthBack() {
		Random random = new Random(1);
		List<Integer> lengths = List.of(0, 1, 125, 126, 127, 128, 16_381, 16_382, 16_383, 16_384, 100_000);
		for (int i = 0; i < 300; i++) {
			List<String> values = new ArrayList<>();
			FieldsBuilder builder = new FieldsBuilder(SCHEMA);
			for (int field = 0; field < SCHEMA.size(); field++) {
				String value = (random.nextInt(4) == 0) ? null
						: "x".repeat(lengths.get(random.nextInt(lengths.size()))) + "𠮷é".repeat(random.nextInt(2));
				values.add(value);
				builder.set(field, value);
			}
			Fields fields = builder.build();
			Fields decoded = Fields.decoded(SCHEMA, fields.encoded());
			assertThat(decoded).isEqualTo(fields);
			for (int field = 0; field < SCHEMA.size(); field++) {
				assertThat(decoded.value(field)).isEqualTo(values.get(field));
			}
		}
	}

	@Test
	void agreesWhereverItKnowsSomething() {
		Fields held = Fields.of(SCHEMA, Map.of("name", "甲", "mobile", "1", "email", ""));
		int[] same = { 0, 1, 2 };
		assertThat(Fields.of(SCHEMA, Map.of("name", "甲")).agreesWith(held, same)).isTrue();
		assertThat(Fields.of(SCHEMA, Map.of("email", "")).agreesWith(held, same)).isTrue();
		assertThat(Fields.of(SCHEMA, Map.of("name", "乙")).agreesWith(held, same)).as("of the same length").isFalse();
		assertThat(Fields.of(SCHEMA, Map.of("mobile", "")).agreesWith(held, same)).isFalse();
		assertThat(held.agreesWith(Fields.unknown(SCHEMA), same)).as("with what is not known there").isFalse();
	}

	@Test
	void agreesFieldByFieldWhereverTheOtherHasThem() {
		Fields ours = Fields.of(SCHEMA, Map.of("name", "甲", "mobile", "1", "email", ""));
		Fields theirs = Fields.of(Schema.of("mobile", "name"), Map.of("name", "甲", "mobile", "2"));
		assertThat(ours.agreesWith(theirs, new int[] { 1, Fields.SKIP, Fields.NONE })).isTrue();
		assertThat(ours.agreesWith(theirs, new int[] { 1, 0, Fields.NONE })).isFalse();
		assertThat(ours.agreesWith(theirs, new int[] { 1, Fields.NONE, Fields.SKIP })).as("a value where there is none")
			.isFalse();
	}

	@Test
	void takesOverIntoAnotherSchemaWhatThatHas() {
		Fields fields = Fields.of(SCHEMA, Map.of("name", "甲", "mobile", ""));
		Fields other = fields.in(Schema.of("age", "mobile", "name"));
		assertThat(other.known()).containsExactly(Map.entry("mobile", ""), Map.entry("name", "甲"));
		assertThat(other.state(0)).isEqualTo(FieldState.UNKNOWN);
		assertThat(fields.in(Schema.of("name", "mobile", "email"))).isSameAs(fields);
	}

	@Test
	void fieldsOfAnotherSchemaAreNotEqualAlthoughTheirBytesAre() {
		assertThat(Fields.of(Schema.of("a"), Map.of("a", "1")))
			.isNotEqualTo(Fields.of(Schema.of("b"), Map.of("b", "1")))
			.isNotEqualTo(Fields.of(Schema.of("a"), Map.of("a", "2")))
			.isEqualTo(Fields.of(Schema.of("a"), Map.of("a", "1")))
			.hasSameHashCodeAs(Fields.of(Schema.of("a"), Map.of("a", "1")));
	}

	@Test
	void countsOnlyValues() {
		long[] counts = new long[3];
		Fields.of(SCHEMA, Map.of("name", "甲", "mobile", "")).countValues(counts);
		Fields.of(SCHEMA, Map.of("name", "乙", "email", "x")).countValues(counts);
		assertThat(counts).containsExactly(2, 0, 1);
	}

	@Test
	void aBuilderForgetsWhatItHasBuilt() {
		FieldsBuilder builder = new FieldsBuilder(SCHEMA);
		builder.set(0, "甲").set(1, "1").build();
		assertThat(builder.build()).isEqualTo(Fields.unknown(SCHEMA));
	}

	@Test
	void aBuilderKeepsWhatWasSetLast() {
		FieldsBuilder builder = new FieldsBuilder(SCHEMA);
		builder.set(0, "first").set(1, "1").set(2, "x").set(0, "last").set(1, null).set(2, "");
		assertThat(builder.build().known()).containsExactly(Map.entry("name", "last"), Map.entry("email", ""));
	}

	@Test
	void aBuilderCopiesAStateWhateverItIs() {
		Fields from = Fields.of(SCHEMA, Map.of("name", "甲", "mobile", ""));
		byte[] utf8 = "..é..".getBytes(StandardCharsets.UTF_8);
		Fields copy = new FieldsBuilder(SCHEMA).set(2, "x").copy(0, from, 1).copy(1, from, 0).copy(2, from, 2).build();
		assertThat(copy.known()).containsExactly(Map.entry("name", ""), Map.entry("mobile", "甲"));
		assertThat(new FieldsBuilder(SCHEMA).set(0, utf8, 2, 2).build().value(0)).isEqualTo("é");
	}

}
