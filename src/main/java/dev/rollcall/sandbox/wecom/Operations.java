package dev.rollcall.sandbox.wecom;

import java.util.EnumMap;
import java.util.Map;

import dev.rollcall.sandbox.wecom.WeCom.Operation;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.departments.DepartmentReads;
import dev.rollcall.sandbox.wecom.departments.DepartmentRules;
import dev.rollcall.sandbox.wecom.departments.DepartmentWrites;
import dev.rollcall.sandbox.wecom.imports.Imports;
import dev.rollcall.sandbox.wecom.members.MemberDeletes;
import dev.rollcall.sandbox.wecom.members.MemberIds;
import dev.rollcall.sandbox.wecom.members.MemberReads;
import dev.rollcall.sandbox.wecom.members.MemberSearch;
import dev.rollcall.sandbox.wecom.members.MemberWrites;
import dev.rollcall.sandbox.wecom.wire.Call;

/** Which call is answered by what. */
final class Operations {

	private Operations() {
	}

	static Map<Call, Operation> of(Company company, WeComOptions options, Imports imports) {
		Map<Call, Operation> operations = new EnumMap<>(Call.class);
		departments(operations, company, options);
		members(operations, company, options);
		lists(operations, company, options);
		imports(operations, imports);
		return operations;
	}

	private static void departments(Map<Call, Operation> operations, Company company, WeComOptions options) {
		DepartmentWrites writes = new DepartmentWrites(company, new DepartmentRules(company, options.habits()));
		operations.put(Call.DEPARTMENT_CREATE, (question, sight) -> writes.create(question));
		operations.put(Call.DEPARTMENT_UPDATE, (question, sight) -> writes.update(question));
		operations.put(Call.DEPARTMENT_DELETE, (question, sight) -> writes.delete(question));
		DepartmentReads reads = new DepartmentReads(company);
		operations.put(Call.DEPARTMENT_LIST, reads::list);
		operations.put(Call.DEPARTMENT_SIMPLELIST, reads::ids);
		operations.put(Call.DEPARTMENT_GET, reads::one);
	}

	private static void members(Map<Call, Operation> operations, Company company, WeComOptions options) {
		MemberWrites writes = new MemberWrites(company, options.habits());
		operations.put(Call.USER_CREATE, (question, sight) -> writes.create(question));
		operations.put(Call.USER_UPDATE, (question, sight) -> writes.update(question));
		MemberDeletes deletes = new MemberDeletes(company);
		operations.put(Call.USER_DELETE, (question, sight) -> deletes.one(question));
		operations.put(Call.USER_BATCHDELETE, (question, sight) -> deletes.many(question));
	}

	private static void lists(Map<Call, Operation> operations, Company company, WeComOptions options) {
		MemberReads reads = new MemberReads(company);
		operations.put(Call.USER_GET, reads::one);
		operations.put(Call.USER_LIST, reads::list);
		operations.put(Call.USER_SIMPLELIST, reads::names);
		MemberIds ids = new MemberIds(company, options.habits().byDepartment(), options.pace().cursors(),
				options.clock());
		operations.put(Call.USER_LIST_ID, (question, sight) -> ids.page(question));
		MemberSearch search = new MemberSearch(company, options.clock());
		operations.put(Call.USER_GETUSERID, (question, sight) -> search.byMobile(question));
		operations.put(Call.USER_GET_USERID_BY_EMAIL, (question, sight) -> search.byEmail(question));
		operations.put(Call.BATCH_INVITE, (question, sight) -> search.invite(question));
	}

	private static void imports(Map<Call, Operation> operations, Imports imports) {
		operations.put(Call.MEDIA_UPLOAD, (question, sight) -> imports.media().upload(question));
		operations.put(Call.BATCH_SYNCUSER, (question, sight) -> imports.members(question));
		operations.put(Call.BATCH_REPLACEUSER, (question, sight) -> imports.allMembers(question));
		operations.put(Call.BATCH_REPLACEPARTY, (question, sight) -> imports.allDepartments(question));
		operations.put(Call.BATCH_GETRESULT, (question, sight) -> imports.result(question));
	}

}
