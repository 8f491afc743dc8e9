package dev.rollcall.connector.tencentcam.api;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Tencent Cloud CAM over HTTP. Each call is signed on its way; what it is stands in a
 * header, because all go to the same address.
 *
 * @see <a href="https://cloud.tencent.com/document/product/598/33155">Tencent Cloud, CAM
 * API</a>
 */
public interface CamApi {

	/** The header that names the call. */
	String ACTION = "X-TC-Action";

	@PostExchange(url = "/", headers = ACTION + "=AddUser")
	Wrapped<AddedUser> addUser(@RequestBody AddUser body);

	@PostExchange(url = "/", headers = ACTION + "=UpdateUser")
	Wrapped<Plain> updateUser(@RequestBody UpdateUser body);

	@PostExchange(url = "/", headers = ACTION + "=DeleteUser")
	Wrapped<Plain> deleteUser(@RequestBody DeleteUser body);

	@PostExchange(url = "/", headers = ACTION + "=GetUser")
	Wrapped<FoundUser> user(@RequestBody ByName body);

	@PostExchange(url = "/", headers = ACTION + "=ListUsers")
	Wrapped<Users> users(@RequestBody Nothing body);

	@PostExchange(url = "/", headers = ACTION + "=DescribeSubAccounts")
	Wrapped<SubAccounts> subAccounts(@RequestBody SubAccountUins body);

	@PostExchange(url = "/", headers = ACTION + "=ListWeChatWorkSubAccounts")
	Wrapped<WeComUsers> weComUsers(@RequestBody Offset body);

	@PostExchange(url = "/", headers = ACTION + "=ListGroups")
	Wrapped<Groups> groups(@RequestBody PageOfGroups body);

	@PostExchange(url = "/", headers = ACTION + "=ListGroupsForUser")
	Wrapped<Groups> groupsOfUser(@RequestBody PageOfUser body);

	@PostExchange(url = "/", headers = ACTION + "=ListUsersForGroup")
	Wrapped<GroupUsers> groupUsers(@RequestBody PageOfGroup body);

	@PostExchange(url = "/", headers = ACTION + "=CreateGroup")
	Wrapped<CreatedGroup> createGroup(@RequestBody NewGroup body);

	@PostExchange(url = "/", headers = ACTION + "=AddUserToGroup")
	Wrapped<Plain> addToGroup(@RequestBody GroupMembers body);

	@PostExchange(url = "/", headers = ACTION + "=RemoveUserFromGroup")
	Wrapped<Plain> removeFromGroup(@RequestBody GroupMembers body);

	@PostExchange(url = "/", headers = ACTION + "=GetUserAppId")
	Wrapped<AppId> appId(@RequestBody Nothing body);

}
