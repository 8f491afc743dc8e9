package dev.rollcall.connector.tencentcam.rules;

import java.util.List;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who of a source is meant to be a sub-user (可见范围).
 *
 * @param departments by path, id, or a name that only one has: with everyone below
 * @param members by userid, in any case, wherever they are
 */
public record VisibleRange(@DefaultValue List<String> departments, @DefaultValue List<String> members) {

	public VisibleRange {
		departments = List.copyOf(departments);
		members = List.copyOf(members);
		boolean blank = departments.stream().anyMatch(String::isBlank) || members.stream().anyMatch(String::isBlank);
		if (blank || (departments.isEmpty() && members.isEmpty())) {
			throw new SettingsException(Message.of("tencentcam.settings.visible-range"));
		}
	}

}
