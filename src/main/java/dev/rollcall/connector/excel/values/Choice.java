package dev.rollcall.connector.excel.values;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.SharedCache;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;

/** One of a few words, each of which stands for a value of ours. */
public final class Choice implements FieldRule {

	private static final int REMEMBERED = 64;

	private final Map<String, byte[]> values;

	private final String allowed;

	private final SharedCache<byte[]> byShared = new SharedCache<>(REMEMBERED);

	private Choice(Map<String, String> values) {
		Map<String, byte[]> encoded = new LinkedHashMap<>();
		values.forEach((word, value) -> encoded.put(word, value.getBytes(StandardCharsets.UTF_8)));
		this.values = encoded;
		this.allowed = String.join(", ", values.keySet());
	}

	public static Choice gender() {
		Map<String, String> words = new LinkedHashMap<>();
		put(words, "male", "男", "1", "male", "m");
		put(words, "female", "女", "2", "female", "f");
		put(words, "", "未知", "未定义", "0", "unknown");
		return new Choice(words);
	}

	public static Choice status() {
		Map<String, String> words = new LinkedHashMap<>();
		put(words, "activated", "已激活", "activated");
		put(words, "not_activated", "未激活", "not activated", "not_activated", "inactive");
		put(words, "disabled", "已禁用", "禁用", "disabled");
		put(words, "left", "退出企业", "已退出", "已退出企业", "left");
		return new Choice(words);
	}

	public static Choice disabled() {
		Map<String, String> words = new LinkedHashMap<>();
		put(words, "false", "已禁用", "禁用", "1", "disabled");
		put(words, "true", "未禁用", "启用", "正常", "0", "enabled", "normal");
		return new Choice(words);
	}

	public static Choice enabled() {
		Map<String, String> words = new LinkedHashMap<>();
		put(words, "true", "启用", "已启用", "未禁用", "正常", "是", "1", "true", "enabled", "yes");
		put(words, "false", "禁用", "已禁用", "未启用", "否", "0", "false", "disabled", "no");
		return new Choice(words);
	}

	public static Choice wechatPlugin() {
		Map<String, String> words = new LinkedHashMap<>();
		put(words, "followed", "已关注", "followed");
		put(words, "not_followed", "未关注", "not followed", "not_followed");
		return new Choice(words);
	}

	private static void put(Map<String, String> words, String value, String... meaningIt) {
		for (String word : meaningIt) {
			words.put(word, value);
		}
	}

	@Override
	public @Nullable Message apply(CellText cell, FieldsBuilder fields, int position) {
		byte[] value = value(cell);
		if (value == null) {
			return ExcelMessage.VALUE_CHOICE.of(this.allowed);
		}
		fields.set(position, value, 0, value.length);
		return null;
	}

	private byte @Nullable [] value(CellText cell) {
		int shared = cell.shared();
		byte[] known = (shared >= 0) ? this.byShared.get(shared) : null;
		if (known != null) {
			return known;
		}
		byte[] value = this.values.get(cell.text().toLowerCase(Locale.ROOT));
		if (shared >= 0 && value != null) {
			this.byShared.put(shared, value);
		}
		return value;
	}

}
