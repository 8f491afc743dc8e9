/** What a caller of Authing asks, and how Authing answers. */
@NullMarked
package dev.rollcall.sandbox.authing.wire;

import org.jspecify.annotations.NullMarked;
