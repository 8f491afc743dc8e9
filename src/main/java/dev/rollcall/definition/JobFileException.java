package dev.rollcall.definition;

import java.util.List;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/**
 * A job file, or a key overridden for a run, has to be changed. Tells all faults at once.
 */
public class JobFileException extends RollcallException {

	private static final long serialVersionUID = 1L;

	private final transient List<Fault> faults;

	public JobFileException(String job, List<Fault> faults) {
		super(Message.of("definition.faults", job, faults.size()), Remedy.CHANGE_THE_JOB, null);
		this.faults = List.copyOf(faults);
	}

	/** There is no file to find faults in. */
	JobFileException(Message text) {
		super(text, Remedy.CHANGE_THE_JOB, null);
		this.faults = List.of();
	}

	public List<Fault> faults() {
		return this.faults;
	}

	@Override
	public List<Detail> details() {
		return this.faults.stream()
			.map((fault) -> new Detail(fault.key().isEmpty() ? fault.place() : fault.place() + " " + fault.key(),
					fault.text()))
			.toList();
	}

}
