package dev.rollcall.sandbox.authing;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import dev.rollcall.sandbox.authing.departments.DepartmentReads;
import dev.rollcall.sandbox.authing.departments.DepartmentWrites;
import dev.rollcall.sandbox.authing.departments.Organizations;
import dev.rollcall.sandbox.authing.fields.CustomData;
import dev.rollcall.sandbox.authing.fields.FieldDefinitions;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.users.Leaving;
import dev.rollcall.sandbox.authing.users.Members;
import dev.rollcall.sandbox.authing.users.Notices;
import dev.rollcall.sandbox.authing.users.Placing;
import dev.rollcall.sandbox.authing.users.UserReads;
import dev.rollcall.sandbox.authing.users.UserWrites;
import dev.rollcall.sandbox.authing.wire.Call;
import dev.rollcall.sandbox.authing.wire.Question;
import tools.jackson.databind.JsonNode;

/** Which call is answered by what. */
final class Operations {

	private Operations() {
	}

	static Map<Call, Function<Question, JsonNode>> of(UserPool pool, Notices notices) {
		Map<Call, Function<Question, JsonNode>> operations = new EnumMap<>(Call.class);
		organizations(operations, new Organizations(pool));
		departments(operations, new DepartmentReads(pool), new DepartmentWrites(pool));
		members(operations, new Members(pool), new Placing(pool));
		users(operations, new UserReads(pool), new UserWrites(pool, notices), new Leaving(pool));
		fields(operations, new FieldDefinitions(pool), new CustomData(pool));
		return operations;
	}

	private static void organizations(Map<Call, Function<Question, JsonNode>> operations, Organizations organizations) {
		operations.put(Call.LIST_ORGANIZATIONS, organizations::list);
		operations.put(Call.GET_ORGANIZATION, organizations::one);
		operations.put(Call.CREATE_ORGANIZATION, organizations::create);
		operations.put(Call.UPDATE_ORGANIZATION, organizations::update);
		operations.put(Call.DELETE_ORGANIZATION, organizations::delete);
	}

	private static void departments(Map<Call, Function<Question, JsonNode>> operations, DepartmentReads reads,
			DepartmentWrites writes) {
		operations.put(Call.GET_DEPARTMENT, reads::one);
		operations.put(Call.GET_DEPARTMENT_BY_ID, reads::byId);
		operations.put(Call.GET_ALL_DEPARTMENTS, reads::all);
		operations.put(Call.LIST_CHILDREN_DEPARTMENTS, reads::children);
		operations.put(Call.SEARCH_DEPARTMENTS, reads::search);
		operations.put(Call.CREATE_DEPARTMENT, writes::create);
		operations.put(Call.UPDATE_DEPARTMENT, writes::update);
		operations.put(Call.UPDATE_DEPARTMENT_STATUS, writes::turn);
		operations.put(Call.DELETE_DEPARTMENT, writes::delete);
	}

	private static void members(Map<Call, Function<Question, JsonNode>> operations, Members members, Placing placing) {
		operations.put(Call.LIST_DEPARTMENT_MEMBERS, members::list);
		operations.put(Call.LIST_DEPARTMENT_MEMBER_IDS, members::ids);
		operations.put(Call.IS_USER_IN_DEPARTMENT, members::isIn);
		operations.put(Call.GET_USER_DEPARTMENTS, members::departments);
		operations.put(Call.SET_USER_DEPARTMENTS, placing::set);
		operations.put(Call.ADD_DEPARTMENT_MEMBERS, placing::add);
		operations.put(Call.REMOVE_DEPARTMENT_MEMBERS, placing::remove);
	}

	private static void users(Map<Call, Function<Question, JsonNode>> operations, UserReads reads, UserWrites writes,
			Leaving leaving) {
		operations.put(Call.LIST_USERS, reads::list);
		operations.put(Call.LIST_USERS_FORMERLY, reads::listFormerly);
		operations.put(Call.GET_USER, reads::one);
		operations.put(Call.GET_USER_BATCH, reads::batch);
		operations.put(Call.CREATE_USER, writes::create);
		operations.put(Call.CREATE_USERS_BATCH, writes::createBatch);
		operations.put(Call.UPDATE_USER, writes::update);
		operations.put(Call.UPDATE_USER_BATCH, writes::updateBatch);
		operations.put(Call.DELETE_USERS_BATCH, leaving::delete);
		operations.put(Call.RESIGN_USER, leaving::resign);
		operations.put(Call.RESIGN_USER_BATCH, leaving::resignBatch);
	}

	private static void fields(Map<Call, Function<Question, JsonNode>> operations, FieldDefinitions fields,
			CustomData data) {
		operations.put(Call.GET_CUSTOM_FIELDS, fields::all);
		operations.put(Call.LIST_CUSTOM_FIELDS, fields::page);
		operations.put(Call.SET_CUSTOM_FIELDS, fields::set);
		operations.put(Call.DELETE_CUSTOM_FIELDS, fields::delete);
		operations.put(Call.SET_CUSTOM_DATA, data::set);
		operations.put(Call.GET_CUSTOM_DATA, data::get);
	}

}
