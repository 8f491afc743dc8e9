package dev.rollcall.plan;

/** The order in which the changes of a plan are carried out. */
public enum Phase {

	/** Departments created, renamed and moved: parents first. */
	DEPARTMENT_UPSERT(10),

	/** Members giving up a unique value that another change takes, and those takers. */
	MEMBER_RELEASE(20),

	/** All other members created, changed and moved. */
	MEMBER_UPSERT(30),

	/** Members deleted or disabled. */
	MEMBER_DELETE(40),

	/** Departments deleted: leaves first. */
	DEPARTMENT_DELETE(50);

	private final int number;

	Phase(int number) {
		this.number = number;
	}

	/** Its place in the order; stored plans know it by this number. */
	public int number() {
		return this.number;
	}

	/**
	 * The phase of a number.
	 * @throws IllegalArgumentException when there is none
	 */
	public static Phase of(int number) {
		for (Phase phase : values()) {
			if (phase.number == number) {
				return phase;
			}
		}
		throw new IllegalArgumentException("no phase " + number);
	}

}
