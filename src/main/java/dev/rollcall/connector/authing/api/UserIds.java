package dev.rollcall.connector.authing.api;

import java.util.List;

/** Users by their ids, at most 50. */
public record UserIds(List<String> userIds) {

}
