package dev.rollcall.connector.wecom.write;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rollcall.connector.wecom.api.CustomFields;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * A file of members to be imported. WeCom writes every column of it to everybody in it,
 * and an empty cell may well empty the field: so members who are there already come
 * together only with such of whom just the same is known. Somebody new has nothing that
 * could be emptied.
 *
 * <p>
 * The values stand in it as they are. That a text must not become a formula is a matter
 * of spreadsheets; this file is read by WeCom, which would take a sign put before a
 * {@code +} or {@code =} for a part of the value.
 *
 * @param created whether its members are new
 * @param custom the names of the company's own fields, behind WeCom's columns
 * @param columns WeCom's columns
 * @param members who is in it
 */
record ImportFile(boolean created, List<ImportColumn> columns, List<String> custom, List<Sending> members) {

	/** How many members go into a file: far less than 20 MB. */
	static final int ROWS = 20_000;

	/** WeCom takes files of 20 MB. */
	static final int BYTES = 18 << 20;

	/** Whether a file can say all that a change says, and nothing else. */
	static boolean canSay(Sending sending) {
		MemberWrite body = sending.body();
		boolean plain = body.newUserid() == null && body.bizMail() == null
				&& sending.change().kind() != ChangeKind.DISABLE && !empties(body);
		// The first department becomes the main one, wanted or not.
		return plain && (sending.isCreation() || body.departments() == null || body.mainDepartment() != null);
	}

	/** What is known of a member: those of whom the same is known share a file. */
	static List<String> known(Sending sending) {
		List<String> known = new ArrayList<>();
		columns(sending.body()).forEach((column) -> known.add(column.header()));
		known.addAll(customNames(sending.body()));
		return known;
	}

	/** A file of members who share what {@link #known} says. */
	static ImportFile ofUpdates(List<Sending> members) {
		MemberWrite first = members.get(0).body();
		return new ImportFile(false, columns(first), customNames(first), members);
	}

	static ImportFile ofCreations(List<Sending> members) {
		Set<String> custom = new LinkedHashSet<>();
		members.forEach((member) -> custom.addAll(customNames(member.body())));
		return new ImportFile(true, Arrays.asList(ImportColumn.values()), List.copyOf(custom), members);
	}

	/** Whether it has the column without which WeCom may not take it. */
	boolean tellsNames() {
		return this.columns.contains(ImportColumn.NAME);
	}

	/** The same with some of the members only. */
	ImportFile part(int from, int to) {
		return new ImportFile(this.created, this.columns, this.custom, this.members.subList(from, to));
	}

	/** The file as it is uploaded. */
	byte[] toBytes() {
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
			csv.writeRecord(header());
			this.members.forEach((member) -> csv.writeRecord(row(member.body())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private List<String> header() {
		List<String> header = new ArrayList<>();
		this.columns.forEach((column) -> header.add(column.header()));
		if (this.created) {
			header.add(ImportColumn.NOTE);
		}
		header.addAll(this.custom);
		return header;
	}

	private List<String> row(MemberWrite body) {
		List<String> row = new ArrayList<>();
		for (ImportColumn column : this.columns) {
			row.add(this.created ? column.valueOfNew(body) : Objects.requireNonNull(column.value(body)));
		}
		if (this.created && !this.custom.isEmpty()) {
			// Below the note, which has no values: rows are a cell shorter without this.
			row.add("");
		}
		this.custom.forEach((name) -> row.add(custom(body, name)));
		return row;
	}

	private static List<ImportColumn> columns(MemberWrite body) {
		return Arrays.stream(ImportColumn.values()).filter((column) -> column.value(body) != null).toList();
	}

	private static List<String> customNames(MemberWrite body) {
		return fields(body.custom()).stream().map(CustomFields.Field::name).toList();
	}

	private static String custom(MemberWrite body, String name) {
		return fields(body.custom()).stream()
			.filter((field) -> field.name().equals(name))
			.map(ImportFile::text)
			.findFirst()
			.orElse("");
	}

	private static String text(CustomFields.Field field) {
		return (field.text() != null && field.text().value() != null) ? field.text().value() : "";
	}

	private static boolean empties(MemberWrite body) {
		return Arrays.stream(ImportColumn.values()).anyMatch((column) -> "".equals(column.value(body)))
				|| fields(body.custom()).stream().anyMatch((field) -> text(field).isEmpty());
	}

	private static List<CustomFields.Field> fields(@Nullable CustomFields custom) {
		return (custom != null && custom.attrs() != null) ? custom.attrs() : List.of();
	}

}
