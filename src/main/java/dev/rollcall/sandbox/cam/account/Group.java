package dev.rollcall.sandbox.cam.account;

/**
 * A group of sub-users.
 *
 * @param id its only key
 * @param name unlike those of all others
 * @param remark may be empty
 * @param created when, as CAM writes it
 */
public record Group(long id, String name, String remark, String created) {
}
