package dev.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A small HTTP server that nobody but this machine can reach. */
public final class LoopbackServer implements AutoCloseable {

	private static final int AT_ONCE = 256;

	private static final int WAITING = 1024;

	static {
		// Head and body of an answer leave in two packets: without this the second one
		// waits 40 ms for the caller to acknowledge the first.
		preset("sun.net.httpserver.nodelay", "true");
		// A connection must not be closed while its caller is about to use it again.
		preset("sun.net.httpserver.maxIdleConnections", "10000");
		preset("sun.net.httpserver.idleInterval", "3600");
	}

	private final HttpServer server;

	private final ThreadPoolExecutor threads;

	private LoopbackServer(HttpServer server, ThreadPoolExecutor threads) {
		this.server = server;
		this.threads = threads;
	}

	/**
	 * Serves until it is closed.
	 * @param port where, 0 for any port that is free
	 * @throws UncheckedIOException when the port is taken
	 */
	public static LoopbackServer start(int port, Function<Request, Reply> answers) {
		try {
			HttpServer server = HttpServer
				.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port), WAITING);
			ThreadPoolExecutor threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS,
					new LinkedBlockingQueue<>(), LoopbackServer::thread);
			threads.allowCoreThreadTimeOut(true);
			server.setExecutor(threads);
			server.createContext("/", (exchange) -> exchange(exchange, answers));
			server.start();
			return new LoopbackServer(server, threads);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private static void exchange(HttpExchange exchange, Function<Request, Reply> answers) throws IOException {
		try (exchange) {
			Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					exchange.getRequestURI().getRawQuery(), exchange.getRequestHeaders()::getFirst,
					exchange.getRequestBody().readAllBytes());
			Reply reply = answers.apply(request);
			if (reply.status() > 0) {
				send(exchange, reply);
			}
		}
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		exchange.getResponseHeaders().set("Server", "nginx");
		exchange.getResponseHeaders().set("Content-Type", reply.contentType());
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		byte[] body = reply.body();
		exchange.sendResponseHeaders(reply.status(), (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "look-alike");
		thread.setDaemon(true);
		return thread;
	}

	private static void preset(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
