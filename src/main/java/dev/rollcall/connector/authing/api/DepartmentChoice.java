package dev.rollcall.connector.authing.api;

/** One department of an organisation. */
public record DepartmentChoice(String organizationCode, String departmentId) {

}
