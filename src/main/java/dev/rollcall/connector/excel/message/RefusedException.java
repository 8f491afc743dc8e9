package dev.rollcall.connector.excel.message;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.DirectoryException;

/**
 * The file cannot be read as what it should be. Thrown wherever that is noticed; turned
 * into a {@link DirectoryException} where the file's name is known.
 */
public final class RefusedException extends IOException {

	private static final long serialVersionUID = 1L;

	private final ExcelMessage why;

	private final transient Object[] details;

	/**
	 * Refuses the file.
	 * @param why a sentence whose first argument is the file's name
	 * @param details its other arguments
	 */
	public RefusedException(ExcelMessage why, Object... details) {
		super(why.code());
		this.why = why;
		this.details = details;
	}

	/** The refusal of a file that does not fit into memory. */
	public static RefusedException of(OutOfMemoryError problem) {
		long megabytes = Runtime.getRuntime().maxMemory() / 1_000_000;
		return new RefusedException(ExcelMessage.TOO_MUCH_TEXT, megabytes).because(problem);
	}

	/** This, with what it comes from. */
	public RefusedException because(Throwable cause) {
		initCause(cause);
		return this;
	}

	/** The sentence. */
	public ExcelMessage why() {
		return this.why;
	}

	/** The same for those outside, with the name of the file. */
	public DirectoryException of(String file) {
		Object[] values = new Object[this.details.length + 1];
		values[0] = file;
		System.arraycopy(this.details, 0, values, 1, this.details.length);
		return new DirectoryException(this.why.of(values), false, this);
	}

	/** The exception for whatever went wrong while a file was read. */
	public static DirectoryException of(IOException problem, String file) {
		@Nullable Throwable next = problem;
		while (next != null) {
			if (next instanceof RefusedException refused) {
				return refused.of(file);
			}
			next = next.getCause();
		}
		String words = (problem.getMessage() != null) ? problem.getMessage() : problem.getClass().getSimpleName();
		return new DirectoryException(ExcelMessage.UNREADABLE.of(file, words), false, problem);
	}

}
