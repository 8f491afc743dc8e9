package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.DepartmentWrite;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import org.jspecify.annotations.Nullable;

/**
 * What is sent of a department: nothing but what is to change.
 *
 * @param id which one, null to create it
 * @param name null to leave it
 * @param parent how Authing is told of the one above, null to leave the department where
 * it is
 * @param links what the links are to hold, empty texts for nothing
 */
record DepartmentBody(@Nullable String id, @Nullable String name, @Nullable String parent, Map<Link, String> links) {

	DepartmentWrite write(String organization, boolean byText) {
		Map<String, @Nullable Object> custom = new LinkedHashMap<>();
		this.links.forEach((link, value) -> {
			if (!value.isEmpty() || this.id != null) {
				custom.put(link.key(), value.isEmpty() ? Emptying.value(byText) : value);
			}
		});
		return new DepartmentWrite(organization, this.id, this.name, this.parent, null,
				custom.isEmpty() ? null : custom);
	}

	/** The links that were to be emptied. */
	boolean empties() {
		return this.id != null && this.links.containsValue("");
	}

	/** Those of the links that are not as they were to be. */
	List<String> unlike(DepartmentDetail now) {
		List<String> unlike = new ArrayList<>();
		this.links.forEach((link, value) -> {
			if (!value.equals(Objects.requireNonNullElse(PoolFields.link(now.customData(), link), ""))) {
				unlike.add(link.key());
			}
		});
		return unlike;
	}

}
