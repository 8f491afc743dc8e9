package dev.rollcall.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.memory.AccountDirectory;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.RollcallException;
import dev.rollcall.directory.Schema;
import dev.rollcall.report.Words;
import dev.rollcall.report.WorksheetView;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whom an administrator is to import, as it stands in the workbook. */
class WorksheetIntegrationTests {

	private static final Schema PEOPLE = Schema.of(FieldNames.NAME);

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory source;

	private AccountDirectory target;

	private String company;

	private String outside;

	private Workplace workplace;

	@BeforeEach
	void open() throws IOException {
		this.source = MemoryConnector.add("worksheet-source", MemoryDirectory.plain("worksheet-source", PEOPLE));
		this.target = MemoryConnector.add("worksheet-target", new AccountDirectory());
		this.company = this.source.put(null, "公司", "1");
		this.outside = this.source.put(null, "外部", "2");
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/cam.yaml"), """
				source: {connector: memory, name: worksheet-source}
				target: {connector: memory, name: worksheet-target}
				match: {members: [userid, username]}
				operations: [delete]
				""");
		Files.writeString(this.home.resolve("jobs/other.yaml"), """
				source: {connector: memory, name: worksheet-target}
				target: {connector: memory, name: worksheet-source}
				operations: [create]
				""");
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void namesThoseWithoutABoundAccountWhateverTheJobMayDo() {
		people(this.company, "bound", "plain", "new", "li@a.cn", "li@b.cn");
		people(this.outside, "guest");
		this.target.bind("100", "bound");
		this.target.put("101", "plain");
		this.target.put("102", "terraform");
		WorksheetView view = write("cam", "sheet.xlsx", false);
		assertThat(view).isEqualTo(new WorksheetView(this.home.resolve("sheet.xlsx").toString(), 4, 2, 1, List.of()));
		List<List<String>> rows = sheet(view.file(), 0);
		assertThat(rows.get(0)).containsExactly("WeCom userid", "Proposed sub-user name", "Remark (display name)",
				"User groups", "Why", "Problem");
		assertThat(rows).contains(List.of("new", "new", "名new", "", "In the visible range, no sub-user yet.", ""),
				List.of("plain", "plain", "名plain", "",
						"Has the plain sub-user plain, which cannot log in by scanning: only one that the console "
								+ "imports can. As long as it is there, its name is taken.",
						""));
		assertThat(rows).filteredOn((row) -> row.get(1).equals("li"))
			.extracting((row) -> row.get(0))
			.containsExactlyInAnyOrder("li@a.cn", "li@b.cn");
		assertThat(rows).filteredOn((row) -> row.get(1).equals("li"))
			.allSatisfy((row) -> assertThat(row.get(5)).contains("li@a.cn, li@b.cn"));
	}

	@Test
	void theSecondSheetSaysHowToGoOnAndWhatItWasMadeOf() {
		people(this.company, "new");
		List<List<String>> notes = sheet(write("cam", "sheet.xlsx", false).file(), 1);
		assertThat(notes).extracting((row) -> row.get(0)).startsWith("Step / about", "1", "2", "3");
		assertThat(notes).contains(List.of("Members to import", "1"), List.of("Of these with a problem", "0"),
				List.of("Job", "cam"), List.of("Source", "memory:worksheet-source"), List.of("Target", "accounts"));
		assertThat(notes).anySatisfy((row) -> assertThat(row.get(1)).contains("\"plan cam\""));
	}

	@Test
	void saysThatMembersMayBeMissing() {
		WorksheetView view = write("cam", "sheet.xlsx", false);
		assertThat(view.rows()).isZero();
		assertThat(view.gaps()).containsExactly("the source holds no member at all");
		assertThat(sheet(view.file(), 1))
			.contains(List.of("Members may be missing here", "the source holds no member at all"));
	}

	@Test
	void changesNothingAndIsNoRun() {
		people(this.company, "new");
		write("cam", "sheet.xlsx", false);
		assertThat(this.target.applied()).isEmpty();
		assertThat(this.workplace.views().latest(10)).isEmpty();
	}

	@Test
	void aFileOfItsOwnNeverReplacesAnother() {
		people(this.company, "new");
		String first = write("cam", null, false).file();
		String second = write("cam", null, false).file();
		assertThat(first).isNotEqualTo(second);
		assertThat(Path.of(first)).exists().hasParent(this.home.resolve("var/worksheets"));
		assertThat(Path.of(second)).exists();
	}

	@Test
	void aFileThatSomebodyNamesIsReplacedOnlyIfTheyWantIt() throws IOException {
		people(this.company, "new");
		Path file = Files.writeString(this.home.resolve("sheet.xlsx"), "somebody's");
		refused("cam", "sheet.xlsx", "job.worksheet.exists");
		assertThat(file).hasContent("somebody's");
		write("cam", "sheet.xlsx", true);
		assertThat(sheet(file.toString(), 0)).hasSize(2);
		refused("cam", "no/folder/sheet.xlsx", "job.worksheet.no-folder");
		refused("cam", "sheet.txt", "job.worksheet.no-workbook");
	}

	@Test
	void aJobWhoseTargetIsNoSuchThingHasNone() {
		refused("other", "sheet.xlsx", "job.worksheet.no-accounts");
		assertThat(this.home.resolve("sheet.xlsx")).doesNotExist();
	}

	private void refused(String job, String file, String code) {
		assertThatExceptionOfType(RollcallException.class).isThrownBy(() -> write(job, file, false))
			.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(code));
	}

	private WorksheetView write(String job, @Nullable String file, boolean replaces) {
		return this.workplace.runs().worksheet(job, Map.of(), file, replaces, NOBODY);
	}

	private void people(String department, String... userids) {
		for (String userid : userids) {
			this.source.put(new Member(userid, userid, null, Fields.of(PEOPLE, Map.of(FieldNames.NAME, "名" + userid)),
					new Placements(List.of(Placement.in(department)), department), null));
		}
	}

	private static List<List<String>> sheet(String file, int sheet) {
		try (InputStream in = Files.newInputStream(Path.of(file)); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			List<List<String>> rows = new ArrayList<>();
			for (Row row : workbook.getSheetAt(sheet)) {
				List<String> cells = new ArrayList<>();
				for (Cell cell : row) {
					cells.add(cell.getStringCellValue());
				}
				rows.add(cells);
			}
			return rows;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
