package dev.rollcall.connector.wecom.api;

import org.jspecify.annotations.Nullable;

/**
 * What every answer begins with. WeCom answers a refusal with HTTP 200, too.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90664">WeCom, how it
 * answers</a>
 */
public interface Answer {

	/** 0 or absent when the call has succeeded. */
	@Nullable Integer errcode();

	/** Words that are not meant to be understood by programs. */
	@Nullable String errmsg();

}
