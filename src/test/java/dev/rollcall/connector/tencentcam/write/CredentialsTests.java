package dev.rollcall.connector.tencentcam.write;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.tencentcam.api.AddedUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00.123Z");

	private static final String HEADER = "time,userid,name,uin,password,secretId,secretKey";

	@TempDir
	private Path folder;

	@Test
	void aFileOfTheOwnersIsMadeWithTheFirstLine() throws IOException {
		Path file = this.folder.resolve("credentials.csv");
		Credentials credentials = credentials(file);
		assertThat(code(credentials)).isEqualTo("tencentcam.credentials.file");
		assertThat(file).doesNotExist();

		credentials.keep("zhangsan", 100, added("ZhangSan", "p\"1,2", "AKID1", "key"));
		credentials.keep(null, 101, added("LiSi", "p2", null, null));

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(Files.readAllLines(file)).containsExactly(HEADER,
				time() + ",zhangsan,ZhangSan,100,\"p\"\"1,2\",AKID1,key", time() + ",,LiSi,101,p2,,");
		assertThat(code(credentials)).isEqualTo("tencentcam.credentials.file");
	}

	@Test
	void anotherRunWritesBehindWhatIsThere() throws IOException {
		Path file = file("rw-------", HEADER + "\nold,a,a,1,x,,\n");

		credentials(file).keep("b", 2, added("b", "y", null, null));

		assertThat(Files.readAllLines(file)).containsExactly(HEADER, "old,a,a,1,x,,", time() + ",b,b,2,y,,");
	}

	@Test
	void aLineThatWasBrokenOffHoldsNoOther() throws IOException {
		Path file = file("rw-------", HEADER + "\nold,a,a,1,x");

		credentials(file).keep("b", 2, added("b", "y", null, null));

		assertThat(Files.readAllLines(file)).containsExactly(HEADER, "old,a,a,1,x", time() + ",b,b,2,y,,");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(1)", "\tx", "'x" })
	void noTextBecomesAFormula(String text) throws IOException {
		Path file = this.folder.resolve("credentials.csv");

		credentials(file).keep(text, 1, added(text, text, text, text));

		assertThat(Files.readString(file))
			.endsWith(String.join(",", time(), "'" + text, "'" + text, "1", "'" + text, "'" + text, "'" + text) + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx" })
	void aFileThatOthersMayUseIsRefused(String permissions) throws IOException {
		Path file = file(permissions, HEADER + "\n");

		CheckResult result = credentials(file).check().get(0);

		assertThat(result.good()).isFalse();
		assertThat(String.valueOf(result.text()))
			.isEqualTo("tencentcam.credentials.wide[" + file + ", " + permissions + "]");
	}

	@Test
	void aFileThatCannotBeWrittenIsRefused() throws IOException {
		assertThat(code(credentials(this.folder.resolve("none/credentials.csv"))))
			.isEqualTo("tencentcam.credentials.folder");
		Path folder = Files.createDirectory(this.folder.resolve("folder"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		assertThat(code(credentials(folder))).isEqualTo("tencentcam.credentials.unwritable");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> credentials(folder).keep("a", 1, added("a", "secret", null, null)))
			.withMessageNotContaining("secret");
	}

	@Test
	void aFileSystemThatCannotKeepOthersOutIsRefused() throws IOException {
		URI zip = URI.create("jar:" + this.folder.resolve("a.zip").toUri());
		try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
			assertThat(code(credentials(system.getPath("/credentials.csv"))))
				.isEqualTo("tencentcam.credentials.no-permissions");
		}
	}

	@ParameterizedTest
	@CsvSource({ "true,false,tencentcam.credentials.nowhere", "false,true,tencentcam.credentials.nowhere",
			"false,false," })
	void secretsThatNobodyWouldSeeAreNotAskedFor(boolean login, boolean api, @Nullable String code) {
		assertThat(code(new Credentials(new Manner(login, api, null, List.of()), clock()))).isEqualTo(code);
	}

	@Test
	void nothingIsWrittenThatNobodyHasAskedFor() throws IOException {
		Path file = this.folder.resolve("credentials.csv");
		Credentials credentials = new Credentials(new Manner(false, false, file, List.of()), clock());

		credentials.keep("a", 1, added("a", "x", null, null));

		assertThat(file).doesNotExist();
		assertThat(credentials.areKept(1)).isTrue();
		assertThat(credentials.check()).isEmpty();
	}

	@Test
	void knowsWhoseItHolds() throws IOException {
		Credentials credentials = credentials(this.folder.resolve("credentials.csv"));
		assertThat(credentials.areKept(100)).isFalse();

		credentials.keep("a", 100, added("a", "x", null, null));

		assertThat(credentials.areKept(100)).isTrue();
		assertThat(credentials.areKept(10)).isFalse();
	}

	private Path file(String permissions, String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve("credentials.csv"), text);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
	}

	private static Credentials credentials(Path file) {
		return new Credentials(Rehearsal.keeping(file), clock());
	}

	private static @Nullable String code(Credentials credentials) {
		return credentials.check().stream().map((result) -> result.text().code()).findFirst().orElse(null);
	}

	private static AddedUser added(String name, @Nullable String password, @Nullable String id, @Nullable String key) {
		return new AddedUser(1L, 2L, name, password, id, key, null, null);
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	private static String time() {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
			.format(Instant.parse("2026-11-22T04:00:00Z").atZone(ZoneId.systemDefault()));
	}

}
