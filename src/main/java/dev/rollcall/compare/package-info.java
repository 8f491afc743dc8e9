/**
 * Two snapshots side by side: which entries belong together, and where they differ. Pure.
 */
@NullMarked
package dev.rollcall.compare;

import org.jspecify.annotations.NullMarked;
