/** A look-alike of Authing's management interface. */
@NullMarked
package dev.rollcall.sandbox.authing;

import org.jspecify.annotations.NullMarked;
