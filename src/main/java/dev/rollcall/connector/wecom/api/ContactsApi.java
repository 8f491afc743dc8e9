package dev.rollcall.connector.wecom.api;

import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * WeCom's address book over HTTP. A token goes into the query, because nowhere else is it
 * found.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90193">WeCom, address
 * book</a>
 */
@HttpExchange("/cgi-bin")
public interface ContactsApi {

	@GetExchange("/gettoken")
	TokenAnswer token(@RequestParam("corpid") String corporation, @RequestParam("corpsecret") String secret);

	@GetExchange("/department/simplelist")
	DepartmentIds departmentIds(@RequestParam("access_token") String token);

	@GetExchange("/department/list")
	Departments departments(@RequestParam("access_token") String token);

	@PostExchange("/department/create")
	CreatedDepartment createDepartment(@RequestParam("access_token") String token, @RequestBody DepartmentWrite body);

	@PostExchange("/department/update")
	Plain updateDepartment(@RequestParam("access_token") String token, @RequestBody DepartmentWrite body);

	@GetExchange("/department/delete")
	Plain deleteDepartment(@RequestParam("access_token") String token, @RequestParam("id") long id);

	@PostExchange("/user/list_id")
	MemberIds memberIds(@RequestParam("access_token") String token, @RequestBody MemberIds.Wanted wanted);

	@GetExchange("/user/simplelist")
	MemberList memberNames(@RequestParam("access_token") String token, @RequestParam("department_id") long department);

	@GetExchange("/user/list")
	MemberList members(@RequestParam("access_token") String token, @RequestParam("department_id") long department);

	@GetExchange("/user/get")
	MemberDetail member(@RequestParam("access_token") String token, @RequestParam("userid") String userid);

	@PostExchange("/user/create")
	CreatedMember createMember(@RequestParam("access_token") String token, @RequestBody MemberWrite body);

	@PostExchange("/user/update")
	CreatedMember updateMember(@RequestParam("access_token") String token, @RequestBody MemberWrite body);

	@GetExchange("/user/delete")
	Plain deleteMember(@RequestParam("access_token") String token, @RequestParam("userid") String userid);

	@PostExchange("/user/batchdelete")
	Plain deleteMembers(@RequestParam("access_token") String token, @RequestBody Userids body);

	@PostExchange(url = "/media/upload", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Uploaded upload(@RequestParam("access_token") String token, @RequestParam("type") String type,
			@RequestPart("media") Resource file);

	@PostExchange("/batch/syncuser")
	Import.Begun importMembers(@RequestParam("access_token") String token, @RequestBody Import body);

	@GetExchange("/batch/getresult")
	ImportResult importResult(@RequestParam("access_token") String token, @RequestParam("jobid") String job);

}
