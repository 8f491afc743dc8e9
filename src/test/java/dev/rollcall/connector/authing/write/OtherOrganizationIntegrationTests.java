package dev.rollcall.connector.authing.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A user who also belongs to another organisation of the same user pool. */
class OtherOrganizationIntegrationTests {

	private Organization organization = new Organization(true);

	@AfterEach
	void end() {
		this.organization.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "DEPARTMENTS_MERGE" })
	void departmentsOfOthersAreKeptAndTheUserIsNotDeleted(Habit habit) {
		this.organization.close();
		this.organization = new Organization(true, habit);
		this.organization.apply(MemberChanges.createDepartment("a", this.organization.root(), "1", "研发部"),
				MemberChanges.createDepartment("b", this.organization.root(), "2", "销售部"),
				MemberChanges.create("u", Map.of("name", "张三"), MemberChanges.in("+a")));
		String ref = Objects.requireNonNull(this.organization.user("u").userId());
		String own = Objects.requireNonNull(this.organization.refs.ref("+a"));
		String other = other();
		this.organization.post("set-user-departments", Map.of("userId", ref, "departments",
				List.of(Map.of("departmentId", own), Map.of("departmentId", other, "isLeader", true))));
		assertThat(this.organization.user("u").departmentIds()).containsExactlyInAnyOrder(own, other);
		assertThat(this.organization.states(MemberChanges.update(ref, Map.of(), Map.of(), MemberChanges.in("+b"))))
			.containsOnly(Outcome.State.DONE);
		UserDetail now = this.organization.user("u");
		assertThat(now.departmentIds()).containsExactlyInAnyOrder(this.organization.refs.ref("+b"), other);
		assertThat(now.mainDepartmentId()).isEqualTo(this.organization.refs.ref("+b"));
		assertThat(this.organization.everything().get("/另一组织/外部")).contains("\"leaders\":[\"u\"]");
		Outcome outcome = this.organization.apply(MemberChanges.delete(ref)).get(0);
		assertThat(outcome.why()).isNotNull().extracting("code").isEqualTo("authing.other-organization");
		assertThat(this.organization.users()).isEqualTo(1);
	}

	/** The id of a department of another organisation. */
	private String other() {
		this.organization.post("create-organization", Map.of("organizationName", "另一组织", "organizationCode", "other"));
		return this.organization
			.post("create-department", Map.of("organizationCode", "other", "name", "外部", "parentDepartmentId", "root"))
			.path("departmentId")
			.asString();
	}

}
