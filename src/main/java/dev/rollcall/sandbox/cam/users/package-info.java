/** Calls about sub-users. */
@NullMarked
package dev.rollcall.sandbox.cam.users;

import org.jspecify.annotations.NullMarked;
