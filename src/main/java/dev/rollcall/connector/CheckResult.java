package dev.rollcall.connector;

import dev.rollcall.directory.Message;

/**
 * One thing that {@code check} found out.
 *
 * @param good whether a run can rely on it
 * @param text what was found and, if it is not good, what to do
 */
public record CheckResult(boolean good, Message text) {

}
