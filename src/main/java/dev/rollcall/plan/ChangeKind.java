package dev.rollcall.plan;

/** What a change does to an entry of the target. */
public enum ChangeKind {

	CREATE('+'), UPDATE('~'), MOVE('>'), DISABLE('!'), DELETE('-');

	private final char symbol;

	ChangeKind(char symbol) {
		this.symbol = symbol;
	}

	/**
	 * The sign in front of it where a plan is printed; stored plans know it by this sign.
	 */
	public char symbol() {
		return this.symbol;
	}

	/**
	 * The kind of a sign.
	 * @throws IllegalArgumentException when there is none
	 */
	public static ChangeKind of(char symbol) {
		for (ChangeKind kind : values()) {
			if (kind.symbol == symbol) {
				return kind;
			}
		}
		throw new IllegalArgumentException("no kind of change: " + symbol);
	}

	/** Whether it takes something away from somebody. */
	public boolean removes() {
		return this == DELETE || this == DISABLE;
	}

}
