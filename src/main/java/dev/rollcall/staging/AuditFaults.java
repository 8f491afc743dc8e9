package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Message;

/** What is wrong with the audit log: all is counted, the first faults are kept. */
final class AuditFaults {

	private static final int KEPT = 200;

	private final List<Message> first = new ArrayList<>();

	private long count;

	void add(String code, Object... arguments) {
		this.count++;
		if (this.first.size() < KEPT) {
			this.first.add(Message.of(code, arguments));
		}
	}

	List<Message> first() {
		return this.first;
	}

	long count() {
		return this.count;
	}

}
