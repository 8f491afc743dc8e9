package dev.rollcall.connector.authing.api;

import org.jspecify.annotations.Nullable;

/**
 * What every answer of Authing is wrapped in. Authing answers a refusal with HTTP 200,
 * too.
 *
 * @param <T> what was asked for
 * @param statusCode 200 when the call has succeeded
 * @param message words that are not meant to be understood by programs
 * @param apiCode what has failed more exactly, where Authing says so
 * @param requestId what Authing's support asks for
 * @param data what was asked for; null when the call was refused
 * @see <a href="https://docs.authing.cn/v3/reference/error-code.html">Authing, error
 * codes</a>
 */
public record Envelope<T>(@Nullable Integer statusCode, @Nullable String message, @Nullable Integer apiCode,
		@Nullable String requestId, @Nullable T data) {

}
