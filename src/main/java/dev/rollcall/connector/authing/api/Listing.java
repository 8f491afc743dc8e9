package dev.rollcall.connector.authing.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A list, or a page of one.
 *
 * @param <T> what it lists
 * @param totalCount how many there are on all pages together
 */
public record Listing<T>(@Nullable Long totalCount, @Nullable List<T> list) {

}
