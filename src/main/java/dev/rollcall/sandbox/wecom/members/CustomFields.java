package dev.rollcall.sandbox.wecom.members;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a company has defined for itself, and what it shows to others. */
final class CustomFields {

	private static final int MAX_LENGTH = 64;

	private CustomFields() {
	}

	/**
	 * The former values with those that the question gives; unknown names are ignored.
	 */
	static ObjectNode merged(Question question, @Nullable Person former, Habits habits) {
		ObjectNode custom = (former != null) ? former.custom().deepCopy() : Json.object();
		if (question.value("external_profile") instanceof ObjectNode profile) {
			custom.set("external_profile", profile);
		}
		ObjectNode values = custom.withObject("/extattr");
		for (JsonNode attribute : question.body().path("extattr").path("attrs")) {
			String name = attribute.path("name").asString("");
			if (habits.customFields().contains(name)) {
				values.set(name, checked(name, attribute));
			}
		}
		return custom;
	}

	private static ObjectNode checked(String name, JsonNode attribute) {
		int type = attribute.path("type").asInt(0);
		ObjectNode value = Json.object().put("type", type).put("name", name);
		if (type == 1) {
			JsonNode web = attribute.path("web");
			value.putObject("web")
				.put("url", web.path("url").asString(""))
				.put("title", web.path("title").asString(""));
			return value;
		}
		String text = attribute.path("text").path("value").asString(attribute.path("value").asString(""));
		if (Texts.length(text) > MAX_LENGTH) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		value.put("value", text).putObject("text").put("value", text);
		return value;
	}

}
