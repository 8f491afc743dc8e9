package dev.rollcall.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script that builds Rollcall when need be and runs it, in a tree of its own where
 * Maven and Java only say that they were called.
 */
class LauncherIntegrationTests {

	/** All that the script may call; no git among it. */
	private static final List<String> TOOLS = List.of("sh", "cat", "cp", "dirname", "echo", "find", "head", "locale",
			"ls", "mkdir", "mktemp", "readlink", "rm", "sed", "sleep", "touch");

	private static final String JAVA = """
			#!/bin/sh
			case $* in *-version*) echo 'openjdk version "17.0.1"' >&2 ;; *) echo "java $*" ;; esac
			""";

	private static final String MAVEN = """
			#!/bin/sh
			echo built >>builds
			sleep 1
			mkdir -p target/rollcall
			echo jar >target/rollcall/rollcall.jar
			""";

	@TempDir
	Path folder;

	private Path tools;

	@BeforeEach
	void plant() throws IOException {
		Files.createDirectories(tree().resolve("src/main"));
		Files.createDirectories(tree().resolve("scripts"));
		Files.createDirectories(tree().resolve("jobs"));
		Files.createDirectories(tree().resolve("samples"));
		Files.writeString(tree().resolve("pom.xml"), "");
		Files.copy(Path.of("scripts/rollcall"), tree().resolve("scripts/rollcall"));
		this.tools = Files.createDirectories(this.folder.resolve("tools"));
		for (String tool : TOOLS) {
			link(tool);
		}
		tool("java", JAVA);
		tool("mvn", MAVEN);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void buildsOnceWhenCalledTwiceAtOnce(boolean withFlock) throws IOException {
		if (withFlock) {
			link("flock");
		}
		List<Process> calls = List.of(start(tree(), "scripts/rollcall", "jobs"),
				start(tree(), "scripts/rollcall", "runs"));
		List<String> said = new ArrayList<>();
		for (Process call : calls) {
			said.add(end(call, 0));
		}
		assertThat(said.get(0)).contains("rollcall.jar jobs");
		assertThat(said.get(1)).contains("rollcall.jar runs");
		assertThat(Files.readAllLines(tree().resolve("builds"))).hasSize(1);
		assertThat(said).anyMatch((text) -> text.contains("Another call is building Rollcall"));
		assertThat(end(start(tree(), "scripts/rollcall", "jobs"), 0)).doesNotContain("Building");
	}

	@Test
	void buildsAgainWhenASourceIsNewer() throws IOException {
		end(start(tree(), "scripts/rollcall", "jobs"), 0);
		Path source = Files.writeString(tree().resolve("src/main/New.java"), "");
		Files.setLastModifiedTime(source,
				java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5000));
		end(start(tree(), "scripts/rollcall", "jobs"), 0);
		assertThat(Files.readAllLines(tree().resolve("builds"))).hasSize(2);
	}

	@Test
	void startsFromAnotherFolderAndThroughLinks() throws IOException {
		Path bin = Files.createDirectories(this.folder.resolve("bin"));
		Files.createSymbolicLink(bin.resolve("absolute"), tree().resolve("scripts/rollcall"));
		Files.createSymbolicLink(bin.resolve("rollcall"), Path.of("absolute"));
		String said = end(start(this.folder, "bin/rollcall", "show", "7"), 0);
		assertThat(said).contains("-jar " + tree().toRealPath().resolve("target/rollcall/rollcall.jar") + " show 7");
	}

	@Test
	void passesOnWhatStandsInQuotes() throws IOException {
		tool("java", "#!/bin/sh\nfor last; do :; done\necho \"<$last>\"\n");
		assertThat(end(start(tree(), "scripts/rollcall", "run", "a", "--set", "source.file=my file.xlsx"), 0))
			.contains("<source.file=my file.xlsx>");
	}

	@Test
	void saysWhatToDoWhenTheBuildFails() throws IOException {
		tool("mvn", "#!/bin/sh\necho 'no such artifact' >&2\nexit 1\n");
		assertThat(end(start(tree(), "scripts/rollcall", "jobs"), 1)).contains("no such artifact", "The build failed",
				"JDK 17", "Maven 3.8", "Mend that and call this again.");
		assertThat(end(start("zh_CN.UTF-8", tree(), "scripts/rollcall", "jobs"), 1)).contains("构建失败");
	}

	@Test
	void saysWhatIsMissing() throws IOException {
		Files.delete(this.tools.resolve("mvn"));
		assertThat(end(start(tree(), "scripts/rollcall", "jobs"), 1))
			.contains("there is no Maven (mvn). Install Maven 3.8");
		Files.delete(this.tools.resolve("java"));
		assertThat(end(start(tree(), "scripts/rollcall", "jobs"), 1))
			.contains("There is no Java (java). Install a JDK 17");
	}

	@Test
	void saysThatJavaIsTooOld() throws IOException {
		tool("java", "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
		assertThat(end(start(tree(), "scripts/rollcall", "jobs"), 1)).contains("Java 11 (java) is too old.");
	}

	private Path tree() {
		return this.folder.resolve("a tree");
	}

	private void tool(String name, String script) throws IOException {
		Path file = this.tools.resolve(name);
		Files.deleteIfExists(file);
		Files.writeString(file, script);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private void link(String tool) throws IOException {
		for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
			Path found = Path.of(folder, tool);
			if (Files.isExecutable(found)) {
				Files.createSymbolicLink(this.tools.resolve(tool), found.toRealPath());
				return;
			}
		}
	}

	private Process start(Path from, String... command) throws IOException {
		return start("C.UTF-8", from, command);
	}

	private Process start(String locale, Path from, String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
		builder.command().set(0, from.resolve(command[0]).toString());
		builder.environment().clear();
		builder.environment().put("PATH", this.tools.toString());
		builder.environment().put("LC_ALL", locale);
		return builder.start();
	}

	private static String end(Process call, int code) throws IOException {
		try {
			String said = new String(call.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
			assertThat(call.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(call.exitValue()).as(said).isEqualTo(code);
			return said;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
