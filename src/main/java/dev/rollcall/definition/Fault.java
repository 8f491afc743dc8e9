package dev.rollcall.definition;

import dev.rollcall.directory.Message;

/**
 * Something that is wrong with a job file.
 *
 * @param place file and line, or where else the value came from
 * @param key the key that it is about, empty when it is about the whole file
 * @param text what is wrong and what would be right
 */
public record Fault(String place, String key, Message text) {

}
