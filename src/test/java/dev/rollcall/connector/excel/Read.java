package dev.rollcall.connector.excel;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.excel.contacts.NumericUserid;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;

/** All that one reading of a file gave. */
record Read(List<Page> pages, List<String> fields, List<String> parts) {

	/** Reads a file with the settings that a job has when it says nothing else. */
	static Read file(Path file) {
		return with(settings(file));
	}

	static Read with(ExcelSettings settings) {
		try (Source source = open(settings)) {
			return new Read(pages(source, null), source.memberSchema().names(), source.parts());
		}
	}

	static Source open(ExcelSettings settings) {
		Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
		return new ExcelConnector().openSource(settings, new Surroundings(Path.of("").toAbsolutePath(), clock));
	}

	static List<Page> pages(Source source, @Nullable String cursor) {
		try (PageReader reader = source.read(cursor)) {
			return pages(reader);
		}
	}

	/** The pages that are left. */
	static List<Page> pages(PageReader reader) {
		List<Page> pages = new ArrayList<>();
		Page page;
		while ((page = reader.next()) != null) {
			pages.add(page);
		}
		return pages;
	}

	static ExcelSettings settings(Path file) {
		return new ExcelSettings(file.toString(), null, 0, -1, NumericUserid.REJECT);
	}

	static ExcelSettings sheet(Path file, String sheet) {
		return new ExcelSettings(file.toString(), sheet, 0, -1, NumericUserid.REJECT);
	}

	static ExcelSettings rows(Path file, int startRow, int endRow) {
		return new ExcelSettings(file.toString(), null, startRow, endRow, NumericUserid.REJECT);
	}

	List<Member> members() {
		return this.pages.stream().flatMap((page) -> page.members().stream()).toList();
	}

	List<Department> departments() {
		return this.pages.stream().flatMap((page) -> page.departments().stream()).toList();
	}

	List<Finding> findings() {
		return this.pages.stream().flatMap((page) -> page.findings().stream()).toList();
	}

	List<Message> gaps() {
		return this.pages.stream().flatMap((page) -> page.gaps().stream()).toList();
	}

	List<String> gapCodes() {
		return gaps().stream().map(Message::code).toList();
	}

	List<String> userids() {
		return members().stream().map((member) -> String.valueOf(member.userid())).toList();
	}

	Member member(String userid) {
		return members().stream()
			.filter((member) -> userid.equals(member.userid()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no member " + userid + " in " + userids()));
	}

	/** The known fields of a member, in the order of the columns. */
	Map<String, String> fields(String userid) {
		return new LinkedHashMap<>(member(userid).fields().known());
	}

	@Nullable String value(String userid, String field) {
		return member(userid).fields().value(field);
	}

	/** What was found: where, in which column, and the code of the sentence. */
	List<String> found() {
		return findings().stream()
			.map((finding) -> finding.origin().part() + ":" + finding.origin().row() + " " + finding.column() + " "
					+ finding.reason().code().replaceFirst("^excel\\.", ""))
			.toList();
	}

}
