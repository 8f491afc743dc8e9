package dev.rollcall.connector.tencentcam.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A sub-user to delete.
 *
 * @param force 1 to delete its access keys with it; otherwise it is refused while it has
 * any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record DeleteUser(String name, int force) {

}
