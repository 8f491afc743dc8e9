package dev.rollcall.connector.wecom.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.directory.Message;

/**
 * Asks for the members of several departments at once, some ahead of whoever takes the
 * answers, which come in the order of the departments nevertheless.
 */
final class DetailsAhead implements AutoCloseable {

	private static final AtomicInteger THREADS = new AtomicInteger();

	private final ExecutorService threads;

	private final int window;

	private final IntFunction<List<MemberDetail>> call;

	private final IntPredicate wanted;

	private final Deque<Integer> coming;

	private final Map<Integer, Future<List<MemberDetail>>> asked = new HashMap<>();

	/**
	 * Answers for some departments.
	 * @param departments their ids in the order in which they will be taken
	 * @param wanted whether a department is asked ahead; others are only when taken
	 * @param atOnce how many calls go on side by side
	 */
	DetailsAhead(List<Integer> departments, IntPredicate wanted, IntFunction<List<MemberDetail>> call, int atOnce) {
		this.coming = new ArrayDeque<>(departments);
		this.wanted = wanted;
		this.call = call;
		this.window = 2 * atOnce;
		this.threads = Executors.newFixedThreadPool(atOnce, (work) -> {
			Thread thread = new Thread(work, "wecom-read-" + THREADS.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * The members of a department; waits for them.
	 * @throws DirectoryException as the call does
	 */
	List<MemberDetail> take(int department) {
		ask();
		Future<List<MemberDetail>> answer = this.asked.remove(department);
		if (answer == null) {
			return this.call.apply(department);
		}
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryException(Message.of("wecom.read.interrupted"), true, ex);
		}
	}

	private void ask() {
		while (this.asked.size() < this.window && !this.coming.isEmpty()) {
			int department = this.coming.remove();
			if (this.wanted.test(department)) {
				this.asked.put(department, this.threads.submit(() -> this.call.apply(department)));
			}
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
