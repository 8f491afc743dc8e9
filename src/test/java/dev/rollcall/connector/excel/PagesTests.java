package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.excel.contacts.Departments;
import dev.rollcall.connector.excel.message.ExcelMessage;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Reading page by page, going on in the middle, and stopping there. */
class PagesTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	/** Two sheets with 2,500 and 1,000 rows, of which some are rejected or odd. */
	private Path file() {
		return Workbooks.workbook().sheet("总部", (sheet) -> {
			sheet.row("姓名", "帐号", "部门", "手机", null);
			for (int i = 1; i <= 2500; i++) {
				boolean rejected = i % 700 == 0;
				sheet.row("成员" + i, rejected ? null : "user" + i, "公司/部门" + i % 30,
						(i % 400 == 0) ? "无" : "13800000000", (i % 1200 == 0) ? "beside" : null);
			}
		}).sheet("分部", (sheet) -> {
			sheet.row("帐号", "姓名", "部门", "备注", null);
			for (int i = 1; i <= 1000; i++) {
				sheet.row((i == 999) ? Cells.number("7") : "other" + i, "其他" + i, "公司/分部", "x",
						(i == 500) ? "beside" : null);
			}
		}).hiddenSheet("历史", (sheet) -> sheet.row("姓名", "帐号")).write(this.folder.resolve("contacts.xlsx"));
	}

	@Test
	void readsAThousandRowsToAPage() {
		Read read = Read.file(file());
		assertThat(read.pages()).extracting((page) -> page.members().size()).containsExactly(999, 999, 499, 999);
		assertThat(read.pages()).extracting((page) -> page.departments().size()).containsExactly(31, 0, 0, 1);
		assertThat(read.members()).hasSize(2497 + 999);
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_HIDDEN.code(), ExcelMessage.GAP_USERID.code());
		assertThat(read.found()).containsOnlyOnce("0:1201  no-heading", "1:501  no-heading");
	}

	@Test
	void goesOnBehindEveryPageAsIfItHadNeverStopped() {
		try (Source source = Read.open(Read.settings(file()))) {
			List<Page> whole = Read.pages(source, null);
			for (int i = 0; i < whole.size(); i++) {
				List<Page> rest = Read.pages(source, whole.get(i).cursor());
				assertThat(rest).extracting(PagesTests::withoutDepartments)
					.isEqualTo(
							whole.subList(i + 1, whole.size()).stream().map(PagesTests::withoutDepartments).toList());
				assertThat(knowsAllDepartments(rest)).isTrue();
			}
		}
	}

	/** Departments may come again after a restart. */
	private static List<Object> withoutDepartments(Page page) {
		return List.of(page.members(), page.findings(), page.gaps(), page.cursor());
	}

	private static boolean knowsAllDepartments(List<Page> pages) {
		var known = pages.stream()
			.flatMap((page) -> page.departments().stream())
			.map((department) -> department.ref())
			.collect(Collectors.toSet());
		return pages.stream()
			.flatMap((page) -> page.members().stream())
			.allMatch((member) -> member.placements() == null || known.containsAll(member.placements().departments()));
	}

	@Test
	void goesOnInAnotherProcess() {
		Path file = file();
		List<Page> whole = Read.file(file).pages();
		try (Source source = Read.open(Read.settings(file))) {
			assertThat(Read.pages(source, whole.get(1).cursor())).extracting(PagesTests::withoutDepartments)
				.isEqualTo(whole.subList(2, 4).stream().map(PagesTests::withoutDepartments).toList());
		}
	}

	@Test
	void doesNotCallTheRestEmptyWhenAllWasRead() {
		try (Source source = Read.open(Read.settings(file()))) {
			List<Page> whole = Read.pages(source, null);
			assertThat(Read.pages(source, whole.get(whole.size() - 1).cursor())).isEmpty();
		}
	}

	@Test
	void refusesACursorThatIsNotItsOwn() {
		try (Source source = Read.open(Read.settings(file()))) {
			assertThatIllegalArgumentException().isThrownBy(() -> source.read("17"));
			assertThatIllegalArgumentException().isThrownBy(() -> source.read("a:b:c:d"));
		}
	}

	@Test
	void canBeClosedInTheMiddleAndEndsItsThread() {
		try (Source source = Read.open(Read.settings(moreThanIsReadAhead()))) {
			source.read(null).close();
			PageReader begun = source.read(null);
			assertThat(Objects.requireNonNull(begun.next()).members()).hasSize(1000);
			assertThat(readers()).isNotEmpty().allMatch(Thread::isDaemon);
			begun.close();
			begun.close();
			assertThat(readers()).isEmpty();
			assertThat(Read.pages(source, null)).hasSize(9);
		}
	}

	private Path moreThanIsReadAhead() {
		return Workbooks.workbook().sheet("a", (sheet) -> {
			sheet.row("姓名", "帐号");
			for (int i = 0; i < 9000; i++) {
				sheet.row("成员", "user" + i);
			}
		}).write(this.folder.resolve("many.xlsx"));
	}

	private static List<Thread> readers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("rollcall-excel-rows"))
			.toList();
	}

	@Test
	void noticesThatTheFileWasChangedWhileItWasRead() throws IOException {
		Path file = file();
		try (Source source = Read.open(Read.settings(file)); PageReader reader = source.read(null)) {
			reader.next();
			Files.setLastModifiedTime(file, FileTime.fromMillis(0));
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(reader::next)
				.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.CHANGED.code()));
		}
		try (Source source = Read.open(Read.settings(file)); PageReader reader = source.read(null)) {
			reader.next();
			Files.delete(file);
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(reader::next);
		}
	}

	@Test
	void failsAgainWhoeverTriesAgain() throws IOException {
		Path file = file();
		try (Source source = Read.open(Read.settings(file)); PageReader reader = source.read(null)) {
			reader.next();
			FileTime before = Files.getLastModifiedTime(file);
			Files.setLastModifiedTime(file, FileTime.fromMillis(0));
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(reader::next);
			Files.setLastModifiedTime(file, before);
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(reader::next);
		}
	}

	@Test
	void givesNoPageAndNoEndOnceItIsClosed() {
		try (Source source = Read.open(Read.settings(file()))) {
			PageReader reader = source.read(null);
			reader.next();
			reader.close();
			assertThatIllegalStateException().isThrownBy(() -> Read.pages(reader));
		}
	}

	@Test
	void keepsThePagesBeforeADamageAndNeverEndsQuietly() {
		Path file = Workbooks.workbook().sheet("a", (sheet) -> {
			sheet.row("姓名", "帐号");
			for (int i = 0; i < 5000; i++) {
				sheet.row("成员", "user" + i);
			}
			sheet.xml("<row r=\"3\"/>");
		}).write(this.folder.resolve("damaged.xlsx"));
		List<Page> pages = new ArrayList<>();
		try (Source source = Read.open(Read.settings(file)); PageReader reader = source.read(null)) {
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> {
				Page page;
				while ((page = reader.next()) != null) {
					pages.add(page);
				}
			});
		}
		assertThat(pages).hasSizeBetween(1, 5).allSatisfy((page) -> assertThat(page.members()).hasSize(1000));
	}

	@Test
	void isIdentifiedByItsPlaceAndContent() throws IOException {
		Path file = file();
		Identity identity;
		try (Source source = Read.open(Read.settings(file))) {
			identity = source.identity();
		}
		assertThat(identity.directory()).isEqualTo("excel:" + file.toRealPath());
		assertThat(identity.content()).matches("[0-9a-f]{64}");
		Path copy = Files.copy(file, this.folder.resolve("copy.xlsx"));
		try (Source source = Read.open(Read.settings(copy))) {
			assertThat(source.identity().content()).isEqualTo(identity.content());
			assertThat(source.identity().directory()).isNotEqualTo(identity.directory());
		}
	}

	@Test
	void guessesHowManyRowsThereAre() {
		try (Source source = Read.open(Read.sheet(file(), "总部")); PageReader reader = source.read(null)) {
			assertThat(reader.expected()).isEqualTo(-1);
			reader.next();
			assertThat(reader.expected()).isBetween(1_000L, 10_000L);
		}
	}

	@Test
	void handsTheGapsOverEvenIfNothingElseIsRead() {
		Path file = Workbooks.of(row("姓名", "帐号"), row("李四", "lisi")).write(this.folder.resolve("one.xlsx"));
		List<Page> pages = Read.with(Read.rows(file, 900, -1)).pages();
		assertThat(pages).hasSize(1);
		assertThat(pages.get(0).gaps()).hasSize(1);
	}

}
