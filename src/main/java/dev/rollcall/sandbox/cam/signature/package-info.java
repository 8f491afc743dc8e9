/** Who calls: the signature that every call bears. */
@NullMarked
package dev.rollcall.sandbox.cam.signature;

import org.jspecify.annotations.NullMarked;
