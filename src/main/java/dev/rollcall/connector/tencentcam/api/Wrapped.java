package dev.rollcall.connector.tencentcam.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What every answer is wrapped in.
 *
 * @param <T> the answer
 */
public record Wrapped<T extends Answer>(@JsonProperty("Response") @Nullable T response) {

}
