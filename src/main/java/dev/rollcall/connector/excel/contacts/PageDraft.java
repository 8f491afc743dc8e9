package dev.rollcall.connector.excel.contacts;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;

/**
 * A page while it is filled. What is to be said once for a sheet or once for all is
 * remembered from page to page, and in the cursor, so that a reader that goes on in the
 * middle makes the same pages.
 */
public final class PageDraft {

	static final int ROWS = 1_000;

	/** A page of very long values ends earlier, so that it fits into memory. */
	private static final int BYTES = 16 * 1024 * 1024;

	/** A page of rows in which nothing is right ends earlier for the same reason. */
	private static final int FINDINGS = 10_000;

	/** Said of the sheet: cells stand under no heading. */
	private static final int NO_HEADING = 1;

	/** Said of the sheet: the settings cut rows off. */
	private static final int ROWS_CUT = 2;

	/** Said of the snapshot: a row without a userid may hide somebody. */
	private static final int USERID_MISSING = 4;

	private int said;

	/** How many rows with data there were, in this page and before. */
	private long data;

	private int rows;

	private int bytes;

	private List<Department> departments = new ArrayList<>();

	private List<Member> members = new ArrayList<>(ROWS);

	private List<Finding> findings = new ArrayList<>();

	private List<Message> gaps = new ArrayList<>();

	public PageDraft(Cursor from) {
		this.said = from.said();
		this.data = from.data();
	}

	List<Department> departments() {
		return this.departments;
	}

	/** Adds a reason why the snapshot is not the whole directory. */
	public void gap(Message gap) {
		this.gaps.add(gap);
	}

	void countData() {
		this.data++;
	}

	/** How many rows with data there were, in this page and before. */
	public long data() {
		return this.data;
	}

	void add(Member member) {
		this.members.add(member);
		this.bytes += member.fields().encoded().length;
		this.rows++;
	}

	/** A row that cannot be used and whose userid cannot be told. */
	void reject(Finding finding) {
		this.findings.add(finding);
		this.rows++;
		if (sayOnce(USERID_MISSING)) {
			this.gaps.add(ExcelMessage.GAP_USERID.of());
		}
	}

	/** A row that cannot be used, and who is known to be there all the same. */
	void reject(Finding finding, Member bare) {
		this.findings.add(finding);
		add(bare);
	}

	/** Adds a value that is not used, in a row that is. */
	public void add(Finding warning) {
		this.findings.add(warning);
	}

	void warn(Origin origin, String column, String value, Message reason, @Nullable String userid) {
		this.findings.add(new Finding(Finding.Severity.WARNING, origin, column, value, reason, userid));
	}

	/** A value that belongs to no column; only the first of a sheet is told. */
	void warnOfNoHeading(Origin origin, String value, String column) {
		if (sayOnce(NO_HEADING)) {
			warn(origin, "", value, ExcelMessage.NO_HEADING.of(column), null);
		}
	}

	boolean saysNoHeading() {
		return (this.said & NO_HEADING) != 0;
	}

	/** A row with data that the settings leave out. */
	void cutRow(Message gap) {
		if (sayOnce(ROWS_CUT)) {
			this.gaps.add(gap);
		}
	}

	private boolean sayOnce(int what) {
		boolean first = (this.said & what) == 0;
		this.said |= what;
		return first;
	}

	/** From here on it is another sheet. */
	public void nextSheet() {
		this.said &= USERID_MISSING;
	}

	/** Whether the page should end here. */
	public boolean isFull() {
		return this.rows >= ROWS || this.bytes >= BYTES || this.findings.size() >= FINDINGS;
	}

	/** Whether there is nothing in it worth a page. */
	public boolean isEmpty() {
		return this.rows == 0 && this.findings.isEmpty() && this.gaps.isEmpty();
	}

	/** The page that ends here; the draft goes on with the next one. */
	public Page take(int sheet, int row) {
		Page page = new Page(this.departments, this.members, this.findings, this.gaps,
				new Cursor(sheet, row, this.data, this.said).toString());
		this.departments = new ArrayList<>();
		this.members = new ArrayList<>(ROWS);
		this.findings = new ArrayList<>();
		this.gaps = new ArrayList<>();
		this.rows = 0;
		this.bytes = 0;
		return page;
	}

}
