package dev.rollcall.it;

import java.util.List;
import java.util.Map;

import cn.authing.sdk.java.client.ManagementClient;
import cn.authing.sdk.java.dto.AddDepartmentMembersReqDto;
import cn.authing.sdk.java.dto.CreateDepartmentReqDto;
import cn.authing.sdk.java.dto.CreateUserReqDto;
import cn.authing.sdk.java.dto.DeleteDepartmentReqDto;
import cn.authing.sdk.java.dto.DepartmentDto;
import cn.authing.sdk.java.dto.GetAllDepartmentsDto;
import cn.authing.sdk.java.dto.GetDepartmentDto;
import cn.authing.sdk.java.dto.GetUserDepartmentsDto;
import cn.authing.sdk.java.dto.ListChildrenDepartmentsDto;
import cn.authing.sdk.java.dto.ListDepartmentMemberIdsDto;
import cn.authing.sdk.java.dto.ListDepartmentMembersDto;
import cn.authing.sdk.java.dto.RemoveDepartmentMembersReqDto;
import cn.authing.sdk.java.dto.SetUserDepartmentDto;
import cn.authing.sdk.java.dto.SetUserDepartmentsDto;
import cn.authing.sdk.java.dto.UpdateDepartmentReqDto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client that Authing itself gives away finds in the look-alike what it finds in
 * Authing: departments, who is in them, and how it is refused.
 */
class AuthingSdkDepartmentTests {

	private static Lookalike lookalike;

	private ManagementClient client;

	@BeforeAll
	static void start() throws Exception {
		lookalike = Lookalike.start("--users", "60", "--departments", "12", "--custom-fields");
	}

	@AfterAll
	static void end() throws Exception {
		lookalike.close();
	}

	@BeforeEach
	void begin() throws Exception {
		this.client = lookalike.client();
	}

	@Test
	void readsTheWholeTreeInOneCall() {
		GetAllDepartmentsDto all = new GetAllDepartmentsDto();
		all.setOrganizationCode("example");
		all.setDepartmentId("root");
		all.setWithCustomData(true);

		assertThat(this.client.getAllDepartments(all).getData().getList()).hasSizeGreaterThanOrEqualTo(13)
			.anySatisfy((department) -> {
				assertThat(department.getName()).isEqualTo("研发中心");
				assertThat(department.getHasChildren()).isTrue();
				assertThat(department.getCustomData())
					.isEqualTo(Map.of("wechatwork_department_id", "2", "wechatwork_parent_department_id", "1"));
			});
	}

	@Test
	void createsMovesFindsAndDeletesDepartments() {
		DepartmentDto above = create("审计部", "root", "audit");
		DepartmentDto below = create("审计一组", above.getDepartmentId(), "audit-1");
		assertThat(below.getParentDepartmentId()).isEqualTo(above.getDepartmentId());
		assertThat(get("audit-1", "open_department_id").getData().getName()).isEqualTo("审计一组");
		assertThat(delete(above)).isEqualTo(422);
		ListChildrenDepartmentsDto children = new ListChildrenDepartmentsDto();
		children.setOrganizationCode("example");
		children.setDepartmentId(above.getDepartmentId());
		assertThat(this.client.listChildrenDepartments(children).getData().getList())
			.extracting(DepartmentDto::getDepartmentId)
			.containsExactly(below.getDepartmentId());

		UpdateDepartmentReqDto change = new UpdateDepartmentReqDto();
		change.setOrganizationCode("example");
		change.setDepartmentId(below.getDepartmentId());
		change.setName("审计二组");
		change.setParentDepartmentId("root");
		change.setCustomData(Map.of("wechatwork_department_id", "900"));
		assertThat(this.client.updateDepartment(change).getData()).satisfies((changed) -> {
			assertThat(changed.getName()).isEqualTo("审计二组");
			assertThat(changed.getParentDepartmentId()).isEqualTo(above.getParentDepartmentId());
			assertThat(changed.getCustomData()).isEqualTo(Map.of("wechatwork_department_id", "900"));
		});
		assertThat(delete(above)).isEqualTo(200);
		assertThat(delete(below)).isEqualTo(200);
		assertThat(get(below.getDepartmentId(), "department_id").getStatusCode()).isEqualTo(404);
	}

	@Test
	void isRefusedWhatAnotherDepartmentHas() {
		create("法务部", "root", "law");
		CreateDepartmentReqDto wanted = department("法务二部", "root", "law");

		assertThat(this.client.createDepartment(wanted).getStatusCode()).isEqualTo(409);
		wanted.setOpenDepartmentId("law-2");
		wanted.setCustomData(Map.of("wechatwork_department_id", "2"));
		assertThat(this.client.createDepartment(wanted).getStatusCode()).isEqualTo(409);
	}

	@Test
	void putsPeopleIntoDepartmentsAndTakesThemOut() {
		DepartmentDto first = create("一处", "root", "place-1");
		DepartmentDto second = create("二处", "root", "place-2");
		String user = user("placed-1");
		AddDepartmentMembersReqDto more = new AddDepartmentMembersReqDto();
		more.setOrganizationCode("example");
		more.setDepartmentId(first.getDepartmentId());
		more.setUserIds(List.of(user));
		assertThat(this.client.addDepartmentMembers(more).getData().getSuccess()).isTrue();
		assertThat(members(first)).containsExactly(user);

		SetUserDepartmentsDto places = new SetUserDepartmentsDto();
		places.setUserId(user);
		places.setDepartments(List.of(place(first, false, false), place(second, true, true)));
		assertThat(this.client.setUserDepartments(places).getStatusCode()).isEqualTo(200);
		assertThat(get(second.getDepartmentId(), "department_id").getData()).satisfies((department) -> {
			assertThat(department.getMembersCount()).isOne();
			assertThat(department.getLeaderUserIds()).containsExactly(user);
		});
		GetUserDepartmentsDto asked = new GetUserDepartmentsDto();
		asked.setUserId(user);
		assertThat(this.client.getUserDepartments(asked).getData().getList()).anySatisfy((place) -> {
			assertThat(place.getDepartmentId()).isEqualTo(second.getDepartmentId());
			assertThat(place.getIsMainDepartment()).isTrue();
			assertThat(place.getIsLeader()).isTrue();
		}).hasSize(2);

		RemoveDepartmentMembersReqDto fewer = new RemoveDepartmentMembersReqDto();
		fewer.setOrganizationCode("example");
		fewer.setDepartmentId(second.getDepartmentId());
		fewer.setUserIds(List.of(user));
		assertThat(this.client.removeDepartmentMembers(fewer).getStatusCode()).isEqualTo(200);
		assertThat(members(second)).isEmpty();
	}

	@Test
	void readsTheMembersOfADepartment() {
		ListDepartmentMembersDto asked = new ListDepartmentMembersDto();
		asked.setOrganizationCode("example");
		asked.setDepartmentId("root");
		asked.setIncludeChildrenDepartments(true);
		asked.setLimit(50);

		assertThat(this.client.listDepartmentMembers(asked).getData()).satisfies((page) -> {
			assertThat(page.getTotalCount()).isGreaterThanOrEqualTo(60);
			assertThat(page.getList()).hasSize(50);
		});
		asked.setLimit(51);
		assertThat(this.client.listDepartmentMembers(asked).getStatusCode()).isEqualTo(400);
	}

	@Test
	void isToldThatASecretIsWrong() throws Exception {
		ManagementClient stranger = lookalike.client("wrong");

		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> get(stranger, "root", "department_id").getStatusCode());
	}

	@Test
	void isToldThatATokenHasExpired() throws Exception {
		assertThat(get("root", "department_id").getStatusCode()).isEqualTo(200);
		lookalike.tell("switches", "{\"expireTokens\":true}");

		assertThat(get("root", "department_id")).satisfies((answer) -> {
			assertThat(answer.getStatusCode()).isEqualTo(401);
			assertThat(answer.getApiCode()).isEqualTo(2020);
		});
	}

	@Test
	void isToldThatItCallsTooOften() throws Exception {
		assertThat(get("root", "department_id").getStatusCode()).isEqualTo(200);
		lookalike.tell("faults", "{\"next\":[{\"call\":\"get-department\",\"fault\":\"throttled\",\"times\":1}]}");

		assertThat(get("root", "department_id").getStatusCode()).isEqualTo(429);
		assertThat(get("root", "department_id").getStatusCode()).isEqualTo(200);
	}

	private DepartmentDto create(String name, String parent, String openId) {
		return this.client.createDepartment(department(name, parent, openId)).getData();
	}

	private static CreateDepartmentReqDto department(String name, String parent, String openId) {
		CreateDepartmentReqDto wanted = new CreateDepartmentReqDto();
		wanted.setOrganizationCode("example");
		wanted.setName(name);
		wanted.setParentDepartmentId(parent);
		wanted.setOpenDepartmentId(openId);
		return wanted;
	}

	private cn.authing.sdk.java.dto.DepartmentSingleRespDto get(String id, String kind) {
		return get(this.client, id, kind);
	}

	private static cn.authing.sdk.java.dto.DepartmentSingleRespDto get(ManagementClient client, String id, String kind) {
		GetDepartmentDto asked = new GetDepartmentDto();
		asked.setOrganizationCode("example");
		asked.setDepartmentId(id);
		asked.setDepartmentIdType(kind);
		return client.getDepartment(asked);
	}

	private int delete(DepartmentDto department) {
		DeleteDepartmentReqDto unwanted = new DeleteDepartmentReqDto();
		unwanted.setOrganizationCode("example");
		unwanted.setDepartmentId(department.getDepartmentId());
		return this.client.deleteDepartment(unwanted).getStatusCode();
	}

	private List<String> members(DepartmentDto department) {
		ListDepartmentMemberIdsDto asked = new ListDepartmentMemberIdsDto();
		asked.setOrganizationCode("example");
		asked.setDepartmentId(department.getDepartmentId());
		return this.client.listDepartmentMemberIds(asked).getData();
	}

	private String user(String username) {
		CreateUserReqDto wanted = new CreateUserReqDto();
		wanted.setUsername(username);
		return this.client.createUser(wanted).getData().getUserId();
	}

	private static SetUserDepartmentDto place(DepartmentDto department, boolean leads, boolean main) {
		SetUserDepartmentDto place = new SetUserDepartmentDto();
		place.setDepartmentId(department.getDepartmentId());
		place.setIsLeader(leads);
		place.setIsMainDepartment(main);
		return place;
	}

}
