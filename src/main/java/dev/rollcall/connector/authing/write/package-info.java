/**
 * Carries changes out in Authing, so that a lost answer, a batch that is refused in part,
 * and whatever else Authing's pages leave open end in the same state.
 */
@NullMarked
package dev.rollcall.connector.authing.write;

import org.jspecify.annotations.NullMarked;
