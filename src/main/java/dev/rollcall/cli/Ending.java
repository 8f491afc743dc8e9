package dev.rollcall.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How the process ends. Asked to end by a signal in the middle of its work, it stops the
 * work, says what there is to say, closes everything, and ends with the exit code of that
 * rather than the signal's.
 */
final class Ending {

	private static final long PATIENCE_SECONDS = 60;

	private final CompletableFuture<Integer> code = new CompletableFuture<>();

	/** Ends the process. */
	void with(int exitCode) {
		this.code.complete(exitCode);
		System.exit(exitCode);
	}

	/**
	 * Does work that can be stopped.
	 * @param stop called in another thread when the process is asked to end
	 */
	<T> T stoppable(Runnable stop, Supplier<T> work) {
		Thread hook = new Thread(() -> asked(stop), "stop");
		Runtime.getRuntime().addShutdownHook(hook);
		try {
			return work.get();
		}
		finally {
			remove(hook);
		}
	}

	/** The virtual machine ends when this returns, whatever others are about to do. */
	private void asked(Runnable stop) {
		stop.run();
		try {
			Runtime.getRuntime().halt(this.code.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// It takes too long: a restart continues from where it is cut off.
		}
	}

	private static void remove(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException ex) {
			// It is being asked just now, and waits for the exit code.
		}
	}

}
