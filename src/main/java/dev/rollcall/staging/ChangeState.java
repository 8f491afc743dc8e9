package dev.rollcall.staging;

import java.util.List;

/** How far a change has come. Stored as one byte. */
public enum ChangeState {

	/** Still to be carried out. */
	PENDING(0),

	/** Handed to the target, which has not answered yet or whose answer was lost. */
	SENT(1),

	DONE(2),

	/** The target refused it. */
	FAILED(3),

	/** It will not be carried out. */
	WITHHELD(4),

	/** It stands in another phase instead. */
	ELSEWHERE(5);

	private static final ChangeState[] BY_CODE = { PENDING, SENT, DONE, FAILED, WITHHELD, ELSEWHERE };

	private final byte code;

	ChangeState(int code) {
		this.code = (byte) code;
	}

	static ChangeState of(byte code) {
		return BY_CODE[code];
	}

	static List<ChangeState> all(byte[] codes) {
		ChangeState[] states = new ChangeState[codes.length];
		for (int i = 0; i < codes.length; i++) {
			states[i] = of(codes[i]);
		}
		return List.of(states);
	}

	byte code() {
		return this.code;
	}

	public boolean isOpen() {
		return this == PENDING || this == SENT;
	}

}
