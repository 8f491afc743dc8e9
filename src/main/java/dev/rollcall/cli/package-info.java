/** The commands that operators give, their exit codes, and what they print. */
@NullMarked
package dev.rollcall.cli;

import org.jspecify.annotations.NullMarked;
