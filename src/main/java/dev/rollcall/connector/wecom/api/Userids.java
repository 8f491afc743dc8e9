package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Members to be deleted together.
 *
 * @param userids 1 to 200; when one of them does not exist, none is deleted
 */
public record Userids(@JsonProperty("useridlist") List<String> userids) {

}
