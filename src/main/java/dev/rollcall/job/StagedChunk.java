package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * So many pages as commit together.
 *
 * @param departments the departments of all pages
 * @param members the members of all pages
 * @param findings what could not be used
 * @param gaps why the snapshot may not be whole
 */
record StagedChunk(List<Department> departments, List<Member> members, List<Finding> findings, List<Message> gaps) {

	/**
	 * How many pages: with pages of a thousand rows a commit costs little, and what waits
	 * for it is still young when the collector comes by.
	 */
	static final int PAGES = 5;

	static StagedChunk of(List<? extends Page> pages) {
		List<Department> departments = new ArrayList<>();
		List<Member> members = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		List<Message> gaps = new ArrayList<>();
		for (Page page : pages) {
			departments.addAll(page.departments());
			members.addAll(page.members());
			findings.addAll(page.findings());
			gaps.addAll(page.gaps());
		}
		return new StagedChunk(departments, members, findings, gaps);
	}

	/** The next chunk of a directory, null behind the last. */
	static @Nullable StagedChunk next(PageReader reader) {
		List<Page> pages = new ArrayList<>(PAGES);
		for (Page page = reader.next(); page != null; page = reader.next()) {
			pages.add(page);
			if (pages.size() == PAGES) {
				break;
			}
		}
		return pages.isEmpty() ? null : of(pages);
	}

}
