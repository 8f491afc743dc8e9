/** A look-alike of Tencent Cloud CAM. */
@NullMarked
package dev.rollcall.sandbox.cam;

import org.jspecify.annotations.NullMarked;
