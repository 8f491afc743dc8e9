package dev.rollcall.connector.tencentcam.rules;

/** How alike two names are, so that one who has mistyped one is shown the right one. */
final class Likeness {

	private Likeness() {
	}

	/** Whether one may have been meant where the other was written. */
	static boolean isLike(String written, String meant) {
		if (written.isEmpty() || meant.isEmpty()) {
			return false;
		}
		boolean part = meant.contains(written) || written.contains(meant);
		return part || distance(written, meant) <= Math.max(1, Math.max(written.length(), meant.length()) / 3);
	}

	/** How many characters have to be added, taken away or replaced (Levenshtein). */
	static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[row.length - 1];
	}

}
