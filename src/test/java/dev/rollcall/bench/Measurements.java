package dev.rollcall.bench;

/**
 * What was measured for one size.
 *
 * @param members how many members the workbook has
 * @param read the fastest reader on the same workbook
 * @param insert a bare JDBC insert of the same rows into the same tables
 * @param readBack a bare read of these tables
 * @param firstLoad a run into an empty directory
 * @param unchanged a run that finds nothing to do
 * @param changed a run that finds one member in a hundred changed
 */
record Measurements(int members, Series read, Series insert, Series readBack, Series firstLoad, Series unchanged,
		Series changed) {

	Measurements(int members) {
		this(members, new Series(), new Series(), new Series(), new Series(), new Series(), new Series());
	}

	double allowedFirstLoad() {
		return 2.0 * (this.read.wall() + this.insert.wall());
	}

	double allowedUnchanged() {
		return 1.5 * this.read.wall() + this.readBack.wall();
	}

	double allowedChanged() {
		return allowedUnchanged() + 0.3 * this.read.wall();
	}

}
