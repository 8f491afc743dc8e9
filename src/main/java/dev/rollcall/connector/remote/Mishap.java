package dev.rollcall.connector.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLHandshakeException;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.client.RestClientException;

/**
 * What has become of a call that the vendor itself did not answer.
 *
 * @param reason why to try again, null where that is no use
 * @param sent whether the vendor may have carried it out
 * @param told what an operator is told
 */
record Mishap(@Nullable Reason reason, boolean sent, DirectoryException told) {

	/** A call has failed; nothing that the failure says is shown as it is. */
	static Mishap of(Calls<?> calls, Endpoint endpoint, RestClientException failure) {
		String vendor = calls.dialect().vendor();
		if (failure instanceof UnexpectedStatus unexpected) {
			int status = unexpected.status();
			Message text = Message.of("remote.status", endpoint.path(), vendor, calls.host(), String.valueOf(status));
			Reason reason = calls.dialect().passing(status);
			return new Mishap(reason, reason != null, new DirectoryException(text, true, null));
		}
		Throwable root = root(failure);
		if (!(root instanceof IOException)) {
			return new Mishap(Reason.SERVER, true, calls.unreadable(endpoint));
		}
		boolean sent = !isUnsent(root);
		String code = sent ? "remote.lost" : "remote.unreachable";
		Message text = Message.of(code, endpoint.path(), calls.host(), calls.secrets().cover(words(root)));
		return new Mishap(Reason.NETWORK, sent, new DirectoryException(text, true, calls.secrets().covered(root)));
	}

	/** Whether a call never got as far as the vendor. */
	private static boolean isUnsent(Throwable root) {
		return root instanceof ConnectException || root instanceof ConnectTimeoutException
				|| root instanceof UnknownHostException || root instanceof NoRouteToHostException
				|| root instanceof SSLHandshakeException || root instanceof ConnectionRequestTimeoutException;
	}

	private static String words(Throwable root) {
		String message = root.getMessage();
		boolean enough = message != null && (root instanceof SocketException || root instanceof InterruptedIOException);
		return enough ? String.valueOf(message) : root.getClass().getSimpleName() + ": " + message;
	}

	/** The failure of the network that is behind another, if there is one. */
	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		Throwable network = failure;
		for (int depth = 0; root != null && depth < 20; depth++) {
			network = (root instanceof IOException) ? root : network;
			root = root.getCause();
		}
		return network;
	}

}
