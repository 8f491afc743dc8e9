package dev.rollcall.connector.excel;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.Source;
import dev.rollcall.connector.SourceContractTests;

import static org.assertj.core.api.Assertions.assertThat;

/** A workbook of several pages, as a source. */
class ExcelSourceContractTests extends SourceContractTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	private Source source;

	@Override
	protected Source filled() {
		this.source = Read.open(Read.settings(workbook("研发部")));
		return this.source;
	}

	@AfterEach
	void close() {
		if (this.source != null) {
			this.source.close();
		}
	}

	@Test
	void anotherContentIsAnotherState() {
		String before = filled().identity().content();
		this.source.close();
		this.source = Read.open(Read.settings(this.folder.resolve("contacts.xlsx")));
		assertThat(this.source.identity().content()).isEqualTo(before);
		this.source.close();
		this.source = Read.open(Read.settings(workbook("研究部")));
		assertThat(this.source.identity().content()).isNotEqualTo(before);
		assertThat(this.source.identity().directory()).contains("contacts.xlsx");
	}

	private Path workbook(String department) {
		return Workbooks.workbook().sheet("成员列表", (sheet) -> {
			sheet.row("姓名", "帐号", "部门");
			sheet.row("张三", "ZhangSan", "公司/" + department + "/后端组；公司/" + department);
			for (int i = 0; i < 2500; i++) {
				sheet.row("成员" + i, "user" + i, "公司/部门" + i % 20);
			}
		}).write(this.folder.resolve("contacts.xlsx"));
	}

}
