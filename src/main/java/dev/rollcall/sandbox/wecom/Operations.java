package dev.rollcall.sandbox.wecom;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.rollcall.sandbox.wecom.WeCom.Operation;

/** Which call is answered by what. */
final class Operations {

	private Operations() {
	}

	static Map<Call, Operation> of(Company company, WeComOptions options, Supplier<Powers> powers, Imports imports) {
		Map<Call, Operation> operations = new EnumMap<>(Call.class);
		departments(operations, company, options);
		members(operations, company, options);
		lists(operations, company, options, powers);
		imports(operations, imports);
		return operations;
	}

	private static void departments(Map<Call, Operation> operations, Company company, WeComOptions options) {
		DepartmentWrites writes = new DepartmentWrites(company, new DepartmentRules(company, options.habits()));
		operations.put(Call.DEPARTMENT_CREATE, (question, caller) -> writes.create(question));
		operations.put(Call.DEPARTMENT_UPDATE, (question, caller) -> writes.update(question));
		operations.put(Call.DEPARTMENT_DELETE, (question, caller) -> writes.delete(question));
		DepartmentReads reads = new DepartmentReads(company);
		operations.put(Call.DEPARTMENT_LIST, (question, caller) -> reads.list(question));
		operations.put(Call.DEPARTMENT_SIMPLELIST, (question, caller) -> reads.ids(question));
		operations.put(Call.DEPARTMENT_GET, (question, caller) -> reads.one(question));
	}

	private static void members(Map<Call, Operation> operations, Company company, WeComOptions options) {
		MemberWrites writes = new MemberWrites(company, options.habits());
		operations.put(Call.USER_CREATE, (question, caller) -> writes.create(question));
		operations.put(Call.USER_UPDATE, (question, caller) -> writes.update(question));
		MemberDeletes deletes = new MemberDeletes(company);
		operations.put(Call.USER_DELETE, (question, caller) -> deletes.one(question));
		operations.put(Call.USER_BATCHDELETE, (question, caller) -> deletes.many(question));
	}

	private static void lists(Map<Call, Operation> operations, Company company, WeComOptions options,
			Supplier<Powers> powers) {
		MemberReads reads = new MemberReads(company, powers);
		operations.put(Call.USER_GET, reads::one);
		operations.put(Call.USER_LIST, reads::list);
		operations.put(Call.USER_SIMPLELIST, (question, caller) -> reads.names(question));
		MemberIds ids = new MemberIds(company, options.habits().byDepartment());
		operations.put(Call.USER_LIST_ID, (question, caller) -> ids.page(question));
		MemberSearch search = new MemberSearch(company, options.clock());
		operations.put(Call.USER_GETUSERID, (question, caller) -> search.byMobile(question));
		operations.put(Call.USER_GET_USERID_BY_EMAIL, (question, caller) -> search.byEmail(question));
		operations.put(Call.BATCH_INVITE, (question, caller) -> search.invite(question));
	}

	private static void imports(Map<Call, Operation> operations, Imports imports) {
		operations.put(Call.MEDIA_UPLOAD, (question, caller) -> imports.media().upload(question));
		operations.put(Call.BATCH_SYNCUSER, (question, caller) -> imports.members(question));
		operations.put(Call.BATCH_REPLACEUSER, (question, caller) -> imports.allMembers(question));
		operations.put(Call.BATCH_REPLACEPARTY, (question, caller) -> imports.allDepartments(question));
		operations.put(Call.BATCH_GETRESULT, (question, caller) -> imports.result(question));
	}

}
