package dev.rollcall.connector.authing.api;

import org.jspecify.annotations.Nullable;

/** Whether a change without any other result was made. */
public record Done(@Nullable Boolean success) {

}
