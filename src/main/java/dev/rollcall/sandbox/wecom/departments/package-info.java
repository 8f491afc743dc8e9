/** Calls about departments. */
@NullMarked
package dev.rollcall.sandbox.wecom.departments;

import org.jspecify.annotations.NullMarked;
