/** Calls about organisations and departments. */
@NullMarked
package dev.rollcall.sandbox.authing.departments;

import org.jspecify.annotations.NullMarked;
