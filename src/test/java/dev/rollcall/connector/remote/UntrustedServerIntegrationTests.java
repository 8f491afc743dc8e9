package dev.rollcall.connector.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.service.annotation.GetExchange;

/** Whoever stands on the way and says to be the vendor gets to see nothing. */
class UntrustedServerIntegrationTests {

	private static final String PASSWORD = "changeit";

	@TempDir
	Path folder;

	/** A call with a secret in it. */
	private interface Api {

		@GetExchange("/secret")
		String call();

	}

	@Test
	void aCertificateThatNobodyVouchesForIsRefusedBeforeAnythingIsSent() throws Exception {
		AtomicInteger seen = new AtomicInteger();
		HttpsServer server = server();
		server.createContext("/", (exchange) -> seen.incrementAndGet());
		server.start();
		Line line = new Line(URI.create("https://localhost:" + server.getAddress().getPort()), 1,
				new Timeouts(5000, 5000), Patience.USUAL, null);
		try (HttpConnection connection = new HttpConnection(line)) {
			assertThatExceptionOfType(ResourceAccessException.class)
				.isThrownBy(() -> connection.calls(Api.class).call())
				.withMessageContaining("PKIX");
			assertThat(seen).hasValue(0);
		}
		finally {
			server.stop(0);
		}
	}

	private HttpsServer server() throws IOException, GeneralSecurityException, InterruptedException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(selfSigned(), PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLSv1.2");
		context.init(keys.getKeyManagers(), null, null);
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		return server;
	}

	/** A key with a certificate that it has signed itself, made by the JDK's own tool. */
	private KeyStore selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
		Path file = this.folder.resolve("keys.p12");
		Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "vendor", "-keyalg", "RSA", "-dname", "CN=localhost", "-storetype", "PKCS12",
				"-keystore", file.toString(), "-storepass", PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("keytool.txt").toFile())
			.start();
		assertThat(tool.waitFor()).isZero();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			store.load(stream, PASSWORD.toCharArray());
		}
		return store;
	}

}
