package dev.rollcall.connector.authing.api;

import java.util.List;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Authing's management API over HTTP. The token stands bare in the header, as Authing's
 * own client sends it.
 *
 * @see <a href="https://docs.authing.cn/v3/reference/sdk/java/management/">Authing,
 * management API</a>
 */
@HttpExchange("/api/v3")
public interface ManagementApi {

	/** The header that names the user pool. */
	String POOL = "x-authing-userpool-id";

	@PostExchange("/get-management-token")
	Envelope<Token> token(@RequestBody AccessKey key);

	@GetExchange("/get-organization")
	Envelope<Organization> organization(@RequestHeader("Authorization") String token, @RequestHeader(POOL) String pool,
			@RequestParam("organizationCode") String organizationCode);

	@GetExchange("/get-all-departments")
	Envelope<Listing<DepartmentDetail>> departments(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestParam("organizationCode") String organizationCode,
			@RequestParam("departmentId") String departmentId, @RequestParam("withCustomData") boolean withCustomData);

	@GetExchange("/get-department")
	Envelope<DepartmentDetail> department(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestParam("organizationCode") String organizationCode,
			@RequestParam("departmentId") String departmentId, @RequestParam("withCustomData") boolean withCustomData);

	@PostExchange("/create-department")
	Envelope<DepartmentDetail> createDepartment(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestBody DepartmentWrite body);

	@PostExchange("/update-department")
	Envelope<DepartmentDetail> updateDepartment(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestBody DepartmentWrite body);

	@PostExchange("/delete-department")
	Envelope<Done> deleteDepartment(@RequestHeader("Authorization") String token, @RequestHeader(POOL) String pool,
			@RequestBody DepartmentChoice body);

	@PostExchange("/list-users")
	Envelope<Listing<UserDetail>> users(@RequestHeader("Authorization") String token, @RequestHeader(POOL) String pool,
			@RequestBody UserQuery body);

	@GetExchange("/get-user-batch")
	Envelope<List<UserDetail>> usersByIds(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestParam("userIds") String userIds,
			@RequestParam("withCustomData") boolean withCustomData,
			@RequestParam("withDepartmentIds") boolean withDepartmentIds);

	@PostExchange("/create-users-batch")
	Envelope<List<UserDetail>> createUsers(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestBody UserBatch body);

	@PostExchange("/update-user-batch")
	Envelope<List<UserDetail>> updateUsers(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestBody UserBatch body);

	@PostExchange("/delete-users-batch")
	Envelope<Done> deleteUsers(@RequestHeader("Authorization") String token, @RequestHeader(POOL) String pool,
			@RequestBody UserIds body);

	@PostExchange("/set-user-departments")
	Envelope<Done> setMemberships(@RequestHeader("Authorization") String token, @RequestHeader(POOL) String pool,
			@RequestBody Memberships body);

	@GetExchange("/get-user-departments")
	Envelope<Listing<Belonging>> memberships(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestParam("userId") String userId, @RequestParam("page") int page,
			@RequestParam("limit") int limit);

	@PostExchange("/remove-department-members")
	Envelope<Done> removeMembers(@RequestHeader("Authorization") String token, @RequestHeader(POOL) String pool,
			@RequestBody Leavers body);

	@GetExchange("/get-custom-fields")
	Envelope<List<CustomField>> customFields(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestParam("targetType") String targetType);

	@PostExchange("/set-custom-fields")
	Envelope<List<CustomField>> defineCustomFields(@RequestHeader("Authorization") String token,
			@RequestHeader(POOL) String pool, @RequestBody CustomFields body);

}
