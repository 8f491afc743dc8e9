package dev.rollcall.connector.excel.contacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.CellType;
import dev.rollcall.connector.excel.workbook.SharedCache;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;

/**
 * Understands the departments of a row, and remembers which departments have been handed
 * over. What a cell means is worked out once for each text, because thousands of members
 * share it. Belongs to one reader.
 */
public final class Departments {

	public static final Schema SCHEMA = Schema.of(FieldNames.NAME);

	static final Placements NONE = new Placements(List.of(), null);

	/** How many cells are remembered. */
	private static final int REMEMBERED = 1 << 16;

	/** Texts beyond this length are worked out anew each time. */
	private static final int LONG_TEXT = 1_000;

	/**
	 * WeCom has at most 30,000; a file with more is odd, but need not fill the memory.
	 */
	private static final int MAX_HANDED_OVER = 200_000;

	private final int limit;

	private final Map<String, Belonging> byText = new HashMap<>();

	private final SharedCache<Belonging> byShared = new SharedCache<>(REMEMBERED);

	private final Set<String> handedOver = new HashSet<>();

	private final FieldsBuilder fields = new FieldsBuilder(SCHEMA);

	/** How often it was forgotten what was handed over. */
	private int forgotten;

	public Departments() {
		this(MAX_HANDED_OVER);
	}

	/**
	 * Departments.
	 * @param limit how many are remembered as handed over
	 */
	Departments(int limit) {
		this.limit = limit;
	}

	/** What a cell says: the departments, or why it cannot be used. */
	static final class Belonging {

		private final @Nullable Message problem;

		private final Placements placements;

		/** When the departments were handed over last, see {@link #forgotten}. */
		private int handedOver = -1;

		Belonging(@Nullable Message problem, Placements placements) {
			this.problem = problem;
			this.placements = placements;
		}

		@Nullable Message problem() {
			return this.problem;
		}

		Placements placements() {
			return this.placements;
		}

	}

	/** What a cell that is not blank and has no trouble says. */
	Belonging read(CellText cell) {
		int shared = cell.shared();
		Belonging known = (shared >= 0) ? this.byShared.get(shared) : null;
		if (known != null) {
			return known;
		}
		String text = textOf(cell);
		known = this.byText.get(text);
		if (known == null) {
			known = understand(text);
			if (text.length() > LONG_TEXT) {
				return known;
			}
			if (this.byText.size() >= REMEMBERED) {
				this.byText.clear();
			}
			this.byText.put(text, known);
		}
		if (shared >= 0) {
			this.byShared.put(shared, known);
		}
		return known;
	}

	/** The clean text, but with a line end if there is one in the middle. */
	private static String textOf(CellText cell) {
		boolean lines = cell.type() != CellType.SHARED && cell.type() != CellType.PLAIN_TEXT
				&& cell.raw().strip().chars().anyMatch((c) -> c == '\n' || c == '\r');
		return lines ? cell.text() + '\n' : cell.text();
	}

	private static Belonging understand(String text) {
		if (text.endsWith("\n")) {
			return new Belonging(ExcelMessage.DEPARTMENTS_LINES.of(), NONE);
		}
		DepartmentPaths paths = new DepartmentPaths(text);
		if (paths.problem() != null) {
			return new Belonging(paths.problem(), NONE);
		}
		List<Placement> placements = new ArrayList<>(paths.paths().size());
		for (String path : paths.paths()) {
			placements.add(Placement.in(path));
		}
		return new Belonging(null, new Placements(placements, paths.paths().get(0)));
	}

	/** Adds the departments of a row that were not handed over yet, parents first. */
	void handOver(Belonging belonging, Origin origin, List<Department> departments) {
		if (belonging.handedOver == this.forgotten) {
			return;
		}
		if (this.handedOver.size() >= this.limit) {
			this.handedOver.clear();
			this.forgotten++;
		}
		for (Placement placement : belonging.placements().list()) {
			handOver(placement.department(), origin, departments);
		}
		belonging.handedOver = this.forgotten;
	}

	private void handOver(String path, Origin origin, List<Department> departments) {
		if (!this.handedOver.add(path)) {
			return;
		}
		int cut = path.lastIndexOf(DepartmentName.SEPARATOR.charAt(0));
		String parent = (cut < 0) ? null : path.substring(0, cut);
		if (parent != null) {
			handOver(parent, origin, departments);
		}
		this.fields.set(0, path.substring(cut + 1));
		departments.add(new Department(path, parent, null, this.fields.build(), origin));
	}

}
