package dev.rollcall.connector.authing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Source;
import dev.rollcall.connector.SourceContractTests;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import org.junit.jupiter.api.AfterEach;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Authing as a source, several pages long, over HTTP. */
class AuthingSourceIntegrationTests extends SourceContractTests {

	private static final Schema NAME = Schema.of(FieldNames.NAME);

	private final AuthingLookalike authing = AuthingLookalike.start(AuthingOptions.defaults().linked(true));

	@SuppressWarnings("NullAway.Init")
	private Source source;

	@Override
	protected Source filled() {
		List<Member> members = new ArrayList<>(List.of(member("ZhangSan", "张三", "3", "2")));
		for (int i = 0; i < 1030; i++) {
			members.add(member("user" + i, "名" + i, String.valueOf(1 + i % 4)));
		}
		this.authing.settle(List.of(department("0", null, "企业"), department("1", "0", "公司"),
				department("3", "1", "研发部"), department("2", "3", "后端组"), department("4", "1", "销售部")), members);
		this.source = new AuthingConnector().openSource(settings(this.authing, Map.of("ignore-root", false)),
				new Surroundings(Path.of(""), Clock.systemUTC()));
		return this.source;
	}

	@AfterEach
	void close() {
		this.source.close();
		this.authing.close();
	}

	/** What a job says of a look-alike. */
	static AuthingSettings settings(AuthingLookalike authing, Map<String, Object> more) {
		Map<String, Object> keys = new HashMap<>(more);
		keys.putAll(Map.of("base-url", authing.baseUrl().toString(), "access-key-id", authing.keys().id(),
				"access-key-secret", authing.keys().secret(), "organization", AuthingLookalike.ORGANIZATION,
				"rate.second", 5000));
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("", AuthingSettings.class);
	}

	private static Department department(String id, String parent, String name) {
		return new Department(id, parent, id, Fields.of(NAME, Map.of(FieldNames.NAME, name)), null);
	}

	private static Member member(String userid, String name, String... in) {
		List<Placement> placements = List.of(in).stream().map(Placement::in).toList();
		return new Member(userid, userid, null, Fields.of(NAME, Map.of(FieldNames.NAME, name)),
				new Placements(placements, in[in.length - 1]), null);
	}

}
