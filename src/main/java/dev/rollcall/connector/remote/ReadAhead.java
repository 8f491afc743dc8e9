package dev.rollcall.connector.remote;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;

/**
 * Asks several questions at once, some ahead of whoever takes the answers, which come in
 * the order of the questions nevertheless.
 *
 * @param <Q> a question; no two are equal
 * @param <R> an answer
 */
public final class ReadAhead<Q, R> implements AutoCloseable {

	private static final AtomicInteger THREADS = new AtomicInteger();

	private final ExecutorService threads;

	private final int window;

	private final Function<Q, R> call;

	private final Predicate<Q> wanted;

	private final Deque<Q> coming;

	private final Map<Q, Future<R>> asked = new HashMap<>();

	/**
	 * Answers to some questions.
	 * @param questions in the order in which the answers will be taken
	 * @param wanted whether a question is asked ahead; others are only when taken
	 * @param atOnce how many calls go on side by side
	 */
	public ReadAhead(Collection<Q> questions, Predicate<Q> wanted, Function<Q, R> call, int atOnce) {
		this.coming = new ArrayDeque<>(questions);
		this.wanted = wanted;
		this.call = call;
		this.window = 2 * atOnce;
		this.threads = Executors.newFixedThreadPool(atOnce, (work) -> {
			Thread thread = new Thread(work, "read-ahead-" + THREADS.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * The answer to a question; waits for it.
	 * @throws DirectoryException as the call does
	 */
	public R take(Q question) {
		ask();
		Future<R> answer = this.asked.remove(question);
		if (answer == null) {
			return this.call.apply(question);
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
			throw new DirectoryException(Message.of("remote.stopped"), true, ex);
		}
	}

	private void ask() {
		while (this.asked.size() < this.window && !this.coming.isEmpty()) {
			Q question = this.coming.remove();
			if (this.wanted.test(question)) {
				this.asked.put(question, this.threads.submit(() -> this.call.apply(question)));
			}
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
