package dev.rollcall.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import cn.authing.sdk.java.client.ManagementClient;
import cn.authing.sdk.java.dto.CreateOrganizationReqDto;
import cn.authing.sdk.java.dto.CreateUserBatchReqDto;
import cn.authing.sdk.java.dto.CreateUserInfoDto;
import cn.authing.sdk.java.dto.CreateUserReqDto;
import cn.authing.sdk.java.dto.CustomFieldDto;
import cn.authing.sdk.java.dto.DeleteDepartmentReqDto;
import cn.authing.sdk.java.dto.DeleteOrganizationReqDto;
import cn.authing.sdk.java.dto.DeleteUsersBatchDto;
import cn.authing.sdk.java.dto.GetCustomDataDto;
import cn.authing.sdk.java.dto.GetCustomFieldsDto;
import cn.authing.sdk.java.dto.GetOrganizationDto;
import cn.authing.sdk.java.dto.GetUserBatchDto;
import cn.authing.sdk.java.dto.GetUserDto;
import cn.authing.sdk.java.dto.ListOrganizationsDto;
import cn.authing.sdk.java.dto.ListUsersAdvancedFilterItemDto;
import cn.authing.sdk.java.dto.ListUsersDto;
import cn.authing.sdk.java.dto.ListUsersOptionsDto;
import cn.authing.sdk.java.dto.ListUsersRequestDto;
import cn.authing.sdk.java.dto.PaginationDto;
import cn.authing.sdk.java.dto.ResignUserReqDto;
import cn.authing.sdk.java.dto.SetCustomDataDto;
import cn.authing.sdk.java.dto.SetCustomDataReqDto;
import cn.authing.sdk.java.dto.SetCustomFieldDto;
import cn.authing.sdk.java.dto.SetCustomFieldsReqDto;
import cn.authing.sdk.java.dto.SortingDto;
import cn.authing.sdk.java.dto.UpdateOrganizationReqDto;
import cn.authing.sdk.java.dto.UpdateUserBatchReqDto;
import cn.authing.sdk.java.dto.UpdateUserInfoDto;
import cn.authing.sdk.java.dto.UserDto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client that Authing itself gives away finds in the look-alike what it finds in
 * Authing: organisations, users, batches, custom fields.
 */
class AuthingSdkTests {

	private static Lookalike lookalike;

	private ManagementClient client;

	@BeforeAll
	static void start() throws Exception {
		lookalike = Lookalike.start("--users", "120", "--departments", "12", "--custom-fields");
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
	void findsCreatesRenamesAndDeletesOrganizations() {
		assertThat(this.client.listOrganizations(new ListOrganizationsDto()).getData().getList())
			.anySatisfy((organization) -> {
				assertThat(organization.getOrganizationCode()).isEqualTo("example");
				assertThat(organization.getOrganizationName()).isEqualTo("示例科技有限公司");
				assertThat(organization.getDepartmentId()).hasSize(24);
			});
		CreateOrganizationReqDto wanted = new CreateOrganizationReqDto();
		wanted.setOrganizationCode("second");
		wanted.setOrganizationName("第二公司");
		assertThat(this.client.createOrganization(wanted).getData().getOrganizationName()).isEqualTo("第二公司");
		assertThat(this.client.createOrganization(wanted).getStatusCode()).isEqualTo(409);

		UpdateOrganizationReqDto renamed = new UpdateOrganizationReqDto();
		renamed.setOrganizationCode("second");
		renamed.setOrganizationName("第三公司");
		assertThat(this.client.updateOrganization(renamed).getStatusCode()).isEqualTo(200);
		GetOrganizationDto asked = new GetOrganizationDto();
		asked.setOrganizationCode("second");
		assertThat(this.client.getOrganization(asked).getData().getOrganizationName()).isEqualTo("第三公司");
		DeleteOrganizationReqDto unwanted = new DeleteOrganizationReqDto();
		unwanted.setOrganizationCode("second");
		assertThat(this.client.deleteOrganization(unwanted).getData().getSuccess()).isTrue();
		assertThat(this.client.getOrganization(asked).getStatusCode()).isEqualTo(404);
	}

	@Test
	void readsAllUsersPageByPage() {
		List<String> ids = new ArrayList<>();
		int total;
		do {
			ListUsersRequestDto page = page(ids.size() / 50 + 1);
			var data = this.client.listUsers(page).getData();
			total = data.getTotalCount();
			data.getList().forEach((user) -> {
				ids.add(user.getUserId());
				assertThat(user.getStatus()).isNotNull();
				assertThat(user.getGender()).isNotNull();
				assertThat(user.getDepartmentIds()).isNotNull();
			});
		}
		while (ids.size() < total);

		assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(120);
		ListUsersDto former = new ListUsersDto();
		former.setPage(1);
		former.setLimit(50);
		assertThat(this.client.listUsersLegacy(former).getData().getList()).hasSize(50);
	}

	@Test
	void createsChangesFindsAndDeletesUsersInBatches() {
		List<UserDto> created = this.client.createUsersBatch(batch(user("batch-1"), user("batch-2"))).getData();
		assertThat(created).extracting(UserDto::getUsername).containsExactly("batch-1", "batch-2");

		UpdateUserInfoDto change = new UpdateUserInfoDto();
		change.setUserId(created.get(0).getUserId());
		change.setNickname("小批");
		change.setStatus(UpdateUserInfoDto.Status.SUSPENDED);
		UpdateUserBatchReqDto changes = new UpdateUserBatchReqDto();
		changes.setList(List.of(change));
		assertThat(this.client.updateUserBatch(changes).getStatusCode()).isEqualTo(200);

		GetUserBatchDto both = new GetUserBatchDto();
		both.setUserIds(created.get(0).getUserId() + "," + created.get(1).getUserId());
		assertThat(this.client.getUserBatch(both).getData()).satisfiesExactly((first) -> {
			assertThat(first.getNickname()).isEqualTo("小批");
			assertThat(first.getStatus()).isEqualTo(UserDto.Status.SUSPENDED);
			assertThat(first.getName()).isEqualTo("批量");
		}, (second) -> assertThat(second.getStatus()).isEqualTo(UserDto.Status.ACTIVATED));
		assertThat(find("username", "batch-2")).extracting(UserDto::getUserId)
			.containsExactly(created.get(1).getUserId());

		DeleteUsersBatchDto unwanted = new DeleteUsersBatchDto();
		unwanted.setUserIds(created.stream().map(UserDto::getUserId).toList());
		assertThat(this.client.deleteUsersBatch(unwanted).getData().getSuccess()).isTrue();
		assertThat(this.client.getUserBatch(both).getData()).isEmpty();
	}

	@Test
	void isToldWhyABatchIsRefused() {
		CreateUserInfoDto nobody = new CreateUserInfoDto();
		nobody.setName("无名");
		assertThat(this.client.createUsersBatch(batch(user("good-1"), nobody)).getStatusCode()).isEqualTo(400);
		assertThat(find("username", "good-1")).isEmpty();
		assertThat(this.client.createUsersBatch(batch(user("twice-1"), user("twice-1"))).getStatusCode()).isEqualTo(409);
		List<CreateUserInfoDto> many = Collections.nCopies(51, user("many-1"));
		assertThat(this.client.createUsersBatch(batch(many.toArray(CreateUserInfoDto[]::new))).getStatusCode())
			.isEqualTo(400);
	}

	@Test
	void findsUsersByWhatOnlyTheyHave() {
		CreateUserReqDto wanted = new CreateUserReqDto();
		wanted.setUsername("unique-1");
		wanted.setEmail("Unique-1@example.com");
		wanted.setExternalId("wx-unique-1");
		String id = this.client.createUser(wanted).getData().getUserId();

		assertThat(get("unique-1", "username").getUserId()).isEqualTo(id);
		assertThat(get("unique-1@example.com", "email").getUserId()).isEqualTo(id);
		assertThat(get("wx-unique-1", "external_id").getUserId()).isEqualTo(id);
		wanted.setUsername("unique-2");
		wanted.setExternalId("wx-unique-2");
		wanted.setEmail("uNIQUE-1@example.com");
		assertThat(this.client.createUser(wanted).getStatusCode()).isEqualTo(409);
		GetUserDto nobody = new GetUserDto();
		nobody.setUserId("nobody");
		assertThat(this.client.getUser(nobody)).satisfies((answer) -> {
			assertThat(answer.getStatusCode()).isEqualTo(404);
			assertThat(answer.getApiCode()).isEqualTo(2004);
		});
	}

	@Test
	void letsSomebodyResignForGood() {
		CreateUserReqDto wanted = new CreateUserReqDto();
		wanted.setUsername("leaver-1");
		ResignUserReqDto leaver = new ResignUserReqDto();
		leaver.setUserId(this.client.createUser(wanted).getData().getUserId());
		assertThat(this.client.resignUser(leaver).getStatusCode()).isEqualTo(200);

		assertThat(get("leaver-1", "username")).satisfies((user) -> {
			assertThat(user.getStatus()).isEqualTo(UserDto.Status.RESIGNED);
			assertThat(user.getWorkStatus()).isEqualTo(UserDto.WorkStatus.CLOSED);
			assertThat(user.getDepartmentIds()).isEmpty();
		});
	}

	@Test
	void definesAndFillsCustomFields() {
		assertThat(this.client.setCustomFields(field("badge", SetCustomFieldDto.DataType.STRING)).getData())
			.extracting(CustomFieldDto::getKey)
			.containsExactly("badge");
		assertThat(this.client.setCustomFields(field("badge", SetCustomFieldDto.DataType.NUMBER)).getStatusCode())
			.isEqualTo(422);
		GetCustomFieldsDto asked = new GetCustomFieldsDto();
		asked.setTargetType("USER");
		assertThat(this.client.getCustomFields(asked).getData()).extracting(CustomFieldDto::getKey)
			.contains("wechatwork_user_id", "wechatwork_department_ids", "badge");

		CreateUserReqDto wanted = new CreateUserReqDto();
		wanted.setUsername("badge-1");
		wanted.setCustomData(Map.of("badge", "A1"));
		String id = this.client.createUser(wanted).getData().getUserId();
		assertThat(get("badge-1", "username").getCustomData()).isEqualTo(Map.of("badge", "A1"));
		assertThat(this.client.setCustomData(badge(id, "A2")).getStatusCode()).isEqualTo(200);
		GetCustomDataDto data = new GetCustomDataDto();
		data.setTargetType("USER");
		data.setTargetIdentifier(id);
		assertThat(this.client.getCustomData(data).getData()).isEqualTo(Map.of("badge", "A2"));
		assertThat(find("badge", "A2")).extracting(UserDto::getUsername).containsExactly("badge-1");
		wanted.setUsername("badge-2");
		wanted.setCustomData(Map.of("unheard-of", "A1"));
		assertThat(this.client.createUser(wanted).getStatusCode()).isEqualTo(400);
	}

	private List<UserDto> find(String field, String value) {
		ListUsersAdvancedFilterItemDto filter = new ListUsersAdvancedFilterItemDto();
		filter.setField(field);
		filter.setOperator(ListUsersAdvancedFilterItemDto.Operator.EQUAL);
		filter.setValue(value);
		ListUsersRequestDto asked = page(1);
		asked.setAdvancedFilter(List.of(filter));
		return this.client.listUsers(asked).getData().getList();
	}

	private UserDto get(String id, String kind) {
		GetUserDto asked = new GetUserDto();
		asked.setUserId(id);
		asked.setUserIdType(kind);
		asked.setWithCustomData(true);
		asked.setWithDepartmentIds(true);
		return this.client.getUser(asked).getData();
	}

	private static ListUsersRequestDto page(int number) {
		PaginationDto pagination = new PaginationDto();
		pagination.setPage(number);
		pagination.setLimit(50);
		SortingDto sort = new SortingDto();
		sort.setField(SortingDto.Field.CREATED_AT);
		sort.setOrder(SortingDto.Order.ASC);
		ListUsersOptionsDto options = new ListUsersOptionsDto();
		options.setPagination(pagination);
		options.setSort(List.of(sort));
		options.setWithDepartmentIds(true);
		ListUsersRequestDto request = new ListUsersRequestDto();
		request.setOptions(options);
		return request;
	}

	private static CreateUserBatchReqDto batch(CreateUserInfoDto... users) {
		CreateUserBatchReqDto batch = new CreateUserBatchReqDto();
		batch.setList(List.of(users));
		return batch;
	}

	private static CreateUserInfoDto user(String username) {
		CreateUserInfoDto user = new CreateUserInfoDto();
		user.setUsername(username);
		user.setName("批量");
		return user;
	}

	private static SetCustomFieldsReqDto field(String key, SetCustomFieldDto.DataType type) {
		SetCustomFieldDto field = new SetCustomFieldDto();
		field.setTargetType(SetCustomFieldDto.TargetType.USER);
		field.setKey(key);
		field.setDataType(type);
		field.setLabel("工牌");
		SetCustomFieldsReqDto fields = new SetCustomFieldsReqDto();
		fields.setList(List.of(field));
		return fields;
	}

	private static SetCustomDataReqDto badge(String id, String value) {
		SetCustomDataDto data = new SetCustomDataDto();
		data.setKey("badge");
		data.setValue(value);
		SetCustomDataReqDto request = new SetCustomDataReqDto();
		request.setTargetType(SetCustomDataReqDto.TargetType.USER);
		request.setTargetIdentifier(id);
		request.setList(List.of(data));
		return request;
	}

}
