package dev.rollcall.connector;

import org.jspecify.annotations.Nullable;

/**
 * Which directory it is.
 *
 * @param directory tells it from all others, such as {@code excel:/data/contacts.xlsx};
 * two runs never write to the same one at once
 * @param content a digest of what it held when it was opened, null where there is no such
 * thing; a run is never continued on other content than it began with
 */
public record Identity(String directory, @Nullable String content) {

}
