/**
 * What a directory holds: departments, members, their fields, and how sure we are of
 * having seen all of it. Pure values: no input or output, no Spring, no clock.
 */
@NullMarked
package dev.rollcall.directory;

import org.jspecify.annotations.NullMarked;
