package dev.rollcall.directory;

/**
 * Where an entry stands in what it was read from.
 *
 * @param part which part, counted from 0: a sheet
 * @param row which row of that part, counted from 1 as a spreadsheet shows it
 */
public record Origin(int part, int row) implements Comparable<Origin> {

	@Override
	public int compareTo(Origin other) {
		return (this.part != other.part) ? Integer.compare(this.part, other.part)
				: Integer.compare(this.row, other.row);
	}

}
