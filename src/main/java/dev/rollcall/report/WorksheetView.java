package dev.rollcall.report;

import java.util.List;

/**
 * A worksheet that was written.
 *
 * @param file where it is
 * @param rows how many members it names
 * @param problems how many of them cannot be imported as they stand
 * @param unbound how many of them have an account, one that is not bound to WeCom
 * @param gaps why members may be missing in it
 */
public record WorksheetView(String file, long rows, long problems, long unbound, List<String> gaps) {

	public WorksheetView {
		gaps = List.copyOf(gaps);
	}

}
