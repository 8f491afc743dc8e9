/**
 * Job files: reading them, checking them, and telling everything that is wrong with one
 * at once, with file and line.
 */
@NullMarked
package dev.rollcall.definition;

import org.jspecify.annotations.NullMarked;
