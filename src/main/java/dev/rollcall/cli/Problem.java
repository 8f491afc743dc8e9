package dev.rollcall.cli;

import java.util.List;

import dev.rollcall.directory.RollcallException;
import dev.rollcall.report.Words;

/**
 * Why a command was not carried out, for programs that read JSON.
 *
 * @param problem what is said to the operator
 * @param code the sentence, whatever the language
 * @param details what else there is to say
 */
record Problem(String problem, String code, List<Detail> details) {

	/**
	 * One of several things that are wrong.
	 *
	 * @param place where
	 * @param problem what
	 */
	record Detail(String place, String problem) {

	}

	static Problem of(RollcallException failure, Words words) {
		return new Problem(words.of(failure.text()), failure.text().code(),
				failure.details()
					.stream()
					.map((detail) -> new Detail(detail.place(), words.of(detail.text())))
					.toList());
	}

}
