package dev.rollcall.connector.wecom.api;

import org.jspecify.annotations.Nullable;

/** An answer that says no more than whether the call has succeeded. */
public record Plain(@Nullable Integer errcode, @Nullable String errmsg) implements Answer {

}
