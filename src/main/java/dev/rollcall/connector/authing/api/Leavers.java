package dev.rollcall.connector.authing.api;

import java.util.List;

/** Users, at most 50, who are to leave a department. */
public record Leavers(List<String> userIds, String organizationCode, String departmentId) {

}
