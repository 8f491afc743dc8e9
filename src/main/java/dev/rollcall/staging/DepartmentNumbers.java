package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the departments that members name, in the order in which they first appear. */
final class DepartmentNumbers {

	private final Map<String, Integer> numbers = new HashMap<>();

	private final List<String> refs = new ArrayList<>();

	/** Whether the department has not been numbered before; it is now. */
	boolean add(String ref) {
		if (this.numbers.putIfAbsent(ref, this.refs.size()) != null) {
			return false;
		}
		this.refs.add(ref);
		return true;
	}

	int number(String ref) {
		Integer number = this.numbers.get(ref);
		if (number == null) {
			add(ref);
			return this.refs.size() - 1;
		}
		return number;
	}

	String ref(int number) {
		return this.refs.get(number);
	}

	List<String> refs() {
		return this.refs;
	}

}
