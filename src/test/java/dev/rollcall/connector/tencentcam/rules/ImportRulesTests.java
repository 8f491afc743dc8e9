package dev.rollcall.connector.tencentcam.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldState;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Who becomes a sub-user, how called, and in which groups. */
class ImportRulesTests {

	private static final Map<String, List<String>> GROUPS = Map.of("研发部", List.of("developers"), "研发部/后端",
			List.of("backend", "developers"), "销售部", List.of("sales"));

	private static final Admissions ZHAO = (userid) -> userid.equalsIgnoreCase("zhaoliu") ? Set.of("guests", "root")
			: null;

	@TempDir
	Path folder;

	@Test
	void everybodyIsMeantWhereNoRangeIsSet() {
		ImportRules rules = rules(null, Admissions.NONE);
		Member adapted = rules.adapt(Company.member("ZhangSan", "back", "front"));
		assertThat(adapted.fields().known()).isEqualTo(Map.of(FieldNames.NAME, "张三", FieldNames.USERNAME, "ZhangSan",
				SubUserFields.GROUPS, "backend,developers"));
		assertThat(adapted).usingRecursiveComparison()
			.ignoringFields("fields")
			.isEqualTo(Company.member("ZhangSan", "back", "front"));
		assertThat(groups(rules, Company.member("b", "front", "east"))).isEqualTo("developers,sales");
		assertThat(groups(rules, Company.member("c", "top"))).isEmpty();
		assertThat(groups(rules, Company.member("d"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "dev,true", "back,true", "east,true", "sales,false", "sales-back,false", "top,false" })
	void aRangeReachesEveryoneBelow(String department, boolean meant) {
		ImportRules rules = rules(new VisibleRange(List.of("研发部", "华东"), List.of()), Admissions.NONE);
		assertThat(rules.adapt(Company.member("a", department)) != null).isEqualTo(meant);
		assertThat(rules.adapt(Company.member("a", "sales", department)) != null).isEqualTo(meant);
	}

	@Test
	void membersAreNamedInAnyCase() {
		ImportRules rules = rules(new VisibleRange(List.of(), List.of("zhangsan")), Admissions.NONE);
		assertThat(rules.adapt(Company.member("ZhangSan", "sales"))).isNotNull();
		assertThat(rules.adapt(Company.member("LiSi", "sales"))).isNull();
		assertThat(rules.adapt(Company.somewhere("LiSi"))).isNull();
		assertThat(rules.adapt(Company.row("LiSi"))).isNull();
	}

	@Test
	void whereItCannotBeToldNothingIsSaid() {
		ImportRules rules = rules(new VisibleRange(List.of("研发部"), List.of("ZhangSan")), Admissions.NONE);
		for (Member unclear : List.of(Company.somewhere("LiSi"), Company.row("LiSi"),
				Company.member("LiSi", "sales", "gone"))) {
			Member adapted = rules.adapt(unclear);
			assertThat(adapted.isUnknown()).isTrue();
			assertThat(adapted.userid()).isEqualTo("LiSi");
			assertThat(adapted.ref()).isEqualTo(unclear.ref());
			assertThat(adapted.fields().schema()).isEqualTo(Company.SCHEMA);
		}
		assertThat(rules.adapt(Company.member("LiSi", "gone", "back")).name()).isEqualTo("张三");
		assertThat(rules.adapt(Company.row("ZhangSan")).isUnknown()).isTrue();
		assertThat(rules.adapt(Company.member("LiSi"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void groupsAreUnknownWhereDepartmentsAre(boolean somewhere) {
		Member member = somewhere ? Company.somewhere("ZhangSan") : Company.member("ZhangSan", "back", "gone");
		Member adapted = rules(null, Admissions.NONE).adapt(member);
		assertThat(adapted.fields().value(FieldNames.USERNAME)).isEqualTo("ZhangSan");
		assertThat(adapted.fields().state(Company.SCHEMA.position(SubUserFields.GROUPS))).isEqualTo(FieldState.UNKNOWN);
	}

	@Test
	void withoutGroupsOfDepartmentsTheyNeedNotBeKnown() {
		ImportTerms terms = new ImportTerms(NameRule.of("{userid}"), NameOverrides.NONE, null, Map.of(),
				List.of("guests"));
		ImportRules rules = new ImportRules(terms, Company.tree(), ZHAO);
		assertThat(groups(rules, Company.somewhere("ZhangSan"))).isEmpty();
		assertThat(groups(rules, Company.somewhere("ZhaoLiu"))).isEqualTo("guests");
	}

	@Test
	void whoseApplicationWasApprovedIsMeantAndGetsTheirGroups() {
		ImportRules rules = rules(new VisibleRange(List.of("研发部"), List.of()), ZHAO);
		assertThat(groups(rules, Company.member("ZhaoLiu", "sales"))).isEqualTo("guests,sales");
		assertThat(rules.adapt(Company.member("LiSi", "sales"))).isNull();
		Member somewhere = rules.adapt(Company.somewhere("ZhaoLiu"));
		assertThat(somewhere.name()).isEqualTo("张三");
		assertThat(somewhere.fields().value(SubUserFields.GROUPS)).isNull();
	}

	@Test
	void aGroupThatTheJobDoesNotManageIsNotGivenButTold() {
		ImportRules rules = rules(null, ZHAO);
		Member zhao = rules.adapt(Company.member("ZhaoLiu", "top"));
		assertThat(zhao.fields().value(SubUserFields.GROUPS)).isEqualTo("guests");
		assertThat(rules.objection(zhao)).isEqualTo(Message.of("tencentcam.groups.unmanaged", "ZhaoLiu", "root"));
		assertThat(rules.objection(Company.member("LiSi", "top"))).isNull();
	}

	@Test
	void anIllegalNameIsObjectedToAndAnotherOneDecidedByHand() throws IOException {
		Path file = Files.writeString(this.folder.resolve("n.csv"), "userid,name\nLISI,lisi2\n");
		ImportTerms terms = new ImportTerms(NameRule.of("{userid}"), NameOverrides.read(file, "n.csv"), null, Map.of(),
				List.of());
		ImportRules rules = new ImportRules(terms, Company.tree(), Admissions.NONE);
		Member illegal = rules.adapt(Company.member("张三", "top"));
		assertThat(illegal.fields().value(FieldNames.USERNAME)).isEqualTo("张三");
		assertThat(rules.objection(illegal)).isEqualTo(Message.of("tencentcam.name.signs", "张三", "张三", "张 三", "n.csv"));
		assertThat(rules.isDecided(illegal)).isFalse();
		Member decided = rules.adapt(Company.member("LiSi", "top"));
		assertThat(decided.fields().value(FieldNames.USERNAME)).isEqualTo("lisi2");
		assertThat(rules.objection(decided)).isNull();
		assertThat(rules.isDecided(decided)).isTrue();
	}

	@Test
	void whoHasNoUseridHasNoName() {
		ImportRules rules = rules(null, Admissions.NONE);
		Member nobody = new Member("r", null, null, Company.member("x").fields(), Company.member("x").placements(),
				null);
		Member adapted = rules.adapt(nobody);
		assertThat(adapted.fields().value(FieldNames.USERNAME)).isNull();
		assertThat(rules.objection(adapted)).isEqualTo(Message.of("tencentcam.name.no-userid", "张三"));
		assertThat(rules.isDecided(adapted)).isFalse();
	}

	@Test
	void aDepartmentThatIsMisspeltStopsEverything() {
		VisibleRange range = new VisibleRange(List.of("研发"), List.of("ZhangSan"));
		assertThat(catchThrowableOfType(SettingsException.class, () -> rules(range, Admissions.NONE)).text())
			.isEqualTo(Message.of("tencentcam.department.none", "visible-range.departments", "研发", "示例科技/研发部 (2)"));
		ImportTerms terms = new ImportTerms(NameRule.of("{userid}"), NameOverrides.NONE, null,
				Map.of("后端", List.of("backend")), List.of());
		assertThat(catchThrowableOfType(SettingsException.class,
				() -> new ImportRules(terms, Company.tree(), Admissions.NONE))
			.text()
			.arguments()).startsWith("groups", "后端", "2");
	}

	private static @Nullable String groups(ImportRules rules, Member member) {
		return rules.adapt(member).fields().value(SubUserFields.GROUPS);
	}

	private static ImportRules rules(@Nullable VisibleRange range, Admissions admissions) {
		ImportTerms terms = new ImportTerms(NameRule.of("{userid}"), NameOverrides.NONE, range, GROUPS,
				List.of("guests"));
		return new ImportRules(terms, Company.tree(), admissions);
	}

}
