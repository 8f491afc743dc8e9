package dev.rollcall.plan;

/** What a change does to an entry of the target. */
public enum ChangeKind {

	CREATE('+'), UPDATE('~'), MOVE('>'), DISABLE('!'), DELETE('-');

	private final char symbol;

	ChangeKind(char symbol) {
		this.symbol = symbol;
	}

	/** The sign in front of it where a plan is printed. */
	public char symbol() {
		return this.symbol;
	}

	/** Whether it takes something away from somebody. */
	public boolean removes() {
		return this == DELETE || this == DISABLE;
	}

}
