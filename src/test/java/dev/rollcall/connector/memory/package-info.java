/**
 * A directory in memory: the fake that tests plan against and apply to. It is strict
 * where real directories are, and can hide fields, refuse entries and lose answers.
 */
@NullMarked
package dev.rollcall.connector.memory;

import org.jspecify.annotations.NullMarked;
