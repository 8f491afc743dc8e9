package dev.rollcall.connector.authing.api;

import java.util.List;

/** Fields to define, at most 50. */
public record CustomFields(List<CustomField> list) {

}
