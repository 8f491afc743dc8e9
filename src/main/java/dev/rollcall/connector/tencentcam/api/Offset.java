package dev.rollcall.connector.tencentcam.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many stand before it
 * @param limit how many at most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Offset(long offset, int limit) {

}
