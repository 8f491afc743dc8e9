package dev.rollcall.connector.tencentcam.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.cam.CamOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Passwords and keys that CAM makes up are in one file, and nowhere else. */
class CredentialsIntegrationTests {

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();

	private final Notices notices = (notice) -> this.told.add(notice.toString());

	private Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.PLAIN);

	@AfterEach
	void end() {
		this.rehearsal.close();
	}

	@Test
	void whatCamMakesUpIsInTheFileAndInNoText() throws IOException {
		Path file = begin();

		List<Outcome> outcomes = this.rehearsal.writing.apply(creations(20));

		assertThat(outcomes).extracting(Outcome::state).containsOnly(Outcome.State.DONE);
		assertThat(this.rehearsal.user("u7").path("password").asString()).isEqualTo("generated");
		assertThat(this.rehearsal.user("u7").path("keys").asInt()).isOne();
		List<String> lines = Files.readAllLines(file);
		assertThat(lines).hasSize(21);
		for (int i = 0; i < 20; i++) {
			String name = "u" + i;
			String ref = String.valueOf(outcomes.get(i).ref());
			String line = lines.stream().filter((one) -> one.contains("," + ref + ",")).findFirst().orElseThrow();
			assertThat(line).matches("[^,]+," + name + "," + name + "," + ref + ",.{32,70},AKID[^,]+,.{32}");
			String key = line.substring(line.lastIndexOf(',') + 1);
			assertThat(outcomes.toString() + this.told + this.rehearsal.client.traffic()).doesNotContain(key);
		}
	}

	@Test
	void nobodyIsCreatedWhosePasswordNobodyCouldKeep() throws IOException {
		Path file = begin();
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
		String ref = this.rehearsal.byHand("a", "甲");

		List<Outcome> outcomes = this.rehearsal.writing
			.apply(List.of(Rehearsal.create("b"), Rehearsal.update(ref, Map.of(), Map.of("name", "乙"))));

		assertThat(outcomes.get(0).state()).isEqualTo(Outcome.State.WITHHELD);
		assertThat(why(outcomes.get(0))).startsWith("tencentcam.credentials.wide[" + file + ", rw-r--r--");
		assertThat(outcomes.get(1)).isEqualTo(Outcome.done());
		assertThat(this.rehearsal.names()).containsExactly("a");
	}

	@Test
	void aPasswordThatWasLostOnTheWayIsSaidToBeLost() {
		Path file = begin();
		this.rehearsal.cam.faults().next("AddUser", Fault.ANSWER_LOST, 1);
		Change creation = Rehearsal.create("ZhangSan", "name", "张三");

		Outcome outcome = this.rehearsal.apply(creation);

		String ref = this.rehearsal.ref("ZhangSan");
		assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
		assertThat(why(outcome)).isEqualTo("tencentcam.credentials.lost[ZhangSan, " + ref + ", " + file + "]");
		this.rehearsal.restart();
		assertThat(this.rehearsal.find(creation)).isNull();
		assertThat(why(this.rehearsal.apply(creation))).isEqualTo(why(outcome));
		assertThat(this.rehearsal.names()).containsExactly("ZhangSan");
	}

	@Test
	void aCrashBehindTheFileIsNoLoss() {
		begin();
		Change creation = Rehearsal.create("ZhangSan", "name", "张三");
		Outcome outcome = this.rehearsal.apply(creation);
		this.rehearsal.restart();

		assertThat(this.rehearsal.find(creation)).isNotNull()
			.satisfies((found) -> assertThat(found.ref()).isEqualTo(outcome.ref()));
		assertThat(this.rehearsal.apply(creation)).isEqualTo(outcome);
		assertThat(this.rehearsal.cam.calls().count("AddUser")).isOne();
	}

	@Test
	void aFileThatVanishesStopsCreations() throws IOException {
		Path file = begin();
		assertThat(this.rehearsal.apply(Rehearsal.create("a")).state()).isEqualTo(Outcome.State.DONE);
		Change[] changes = { Rehearsal.create("b"), Rehearsal.create("c") };
		Names nobody = new Names(List.of());
		Files.delete(file);
		Files.createDirectory(file);
		CreationStop stop = new CreationStop(Clock.systemUTC());
		Creations creations = creations(file, stop);

		assertThat(why(creations.carryOut(changes[0], nobody))).startsWith("tencentcam.credentials.lost[b, ");
		assertThat(creations.carryOut(changes[1], nobody).state()).isEqualTo(Outcome.State.WITHHELD);
		assertThat(this.rehearsal.names()).containsExactly("a", "b");
	}

	@Test
	void underFaultsEverybodyIsInTheFileOrSaidToBeLost() throws IOException {
		Path file = begin();
		Disturbance disturbance = Disturbance.NONE.with(Fault.ANSWER_LOST, 0.1)
			.with(Fault.SERVER_ERROR, 0.05)
			.with(Fault.BUSY, 0.05);
		this.rehearsal.cam.faults().set(disturbance);

		Map<Change, Outcome> unhappy = this.rehearsal.carryOut(creations(150));

		this.rehearsal.cam.faults().set(Disturbance.NONE);
		assertThat(unhappy.values()).isNotEmpty()
			.allMatch((outcome) -> why(outcome).startsWith("tencentcam.credentials.lost["));
		assertThat(this.rehearsal.names()).hasSize(150).doesNotHaveDuplicates();
		assertThat(Files.readAllLines(file)).hasSize(1 + 150 - unhappy.size()).doesNotHaveDuplicates();
	}

	private Path begin() {
		this.rehearsal.close();
		Path file = this.folder.resolve("credentials.csv");
		this.rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.keeping(file), this.notices);
		return file;
	}

	private Creations creations(Path file, CreationStop stop) {
		Manner manner = Rehearsal.keeping(file);
		Lookup lookup = new Lookup(this.rehearsal.client);
		ManagedGroups groups = new ManagedGroups(this.rehearsal.client, lookup, List.of());
		Credentials credentials = new Credentials(manner, Clock.systemUTC());
		return new Creations(this.rehearsal.client, lookup, manner, new Adoptions(lookup, groups, manner, credentials),
				groups, credentials, stop);
	}

	private static List<Change> creations(int many) {
		return IntStream.range(0, many).mapToObj((i) -> Rehearsal.create("u" + i, "name", "名" + i)).toList();
	}

	private static String why(Outcome outcome) {
		Message why = outcome.why();
		return String.valueOf(why);
	}

}
