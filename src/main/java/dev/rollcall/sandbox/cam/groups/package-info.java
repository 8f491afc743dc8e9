/** Calls about groups, and who is in them. */
@NullMarked
package dev.rollcall.sandbox.cam.groups;

import org.jspecify.annotations.NullMarked;
