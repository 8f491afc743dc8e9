package dev.rollcall.connector.authing.write;

/**
 * How a job wants Authing to be written.
 *
 * @param ignoresRoot whether the organisation's root node stands for the other side's top
 * department, and is neither created, renamed, moved nor deleted
 * @param generatesPasswords whether Authing makes a password up for those who are created
 */
public record Manner(boolean ignoresRoot, boolean generatesPasswords) {

}
