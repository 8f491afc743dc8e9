package dev.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A look-alike in a process of its own, started as an operator starts it. */
class SandboxIntegrationTests {

	@TempDir
	Path home;

	@Test
	void servesBesideARunAndEndsWhenItIsTold() throws IOException {
		Commands commands = Commands.in(this.home);
		Commands.Begun sandbox = commands.begin("sandbox", "wecom", "--members", "5");
		awaitLine(sandbox);

		commands.give("run", "wecom-excel-upsert").ending(0);
		assertThat(sandbox.process().isAlive()).isTrue();
		sandbox.process().destroy();
		Said said = sandbox.end();
		assertThat(said.code()).isIn(0, 143);
		assertThat(said.out().lines()).singleElement().asString().startsWith("{\"baseUrl\":").endsWith("}");
	}

	private static void awaitLine(Commands.Begun sandbox) throws IOException {
		Instant deadline = Instant.now().plusSeconds(120);
		while (!Files.readString(sandbox.said().resolve("out")).endsWith("\n")) {
			assertThat(Instant.now()).isBefore(deadline);
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

}
