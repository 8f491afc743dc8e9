package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a company has added to those of WeCom.
 *
 * @param attrs one for each
 */
public record CustomFields(@Nullable List<Field> attrs) {

	/**
	 * A field.
	 *
	 * @param type 0 a text, 1 a web page; others cannot be written as texts
	 * @param name as the company has defined it; WeCom passes others over in silence
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Field(int type, String name, @Nullable Text text, @Nullable Web web) {

	}

	/** A text of at most 64 characters. */
	public record Text(@Nullable String value) {

	}

	/** A page with a title of at most 12 characters. */
	public record Web(@Nullable String url, @Nullable String title) {

	}

}
