/** What a caller of CAM asks, and how CAM says no. */
@NullMarked
package dev.rollcall.sandbox.cam.wire;

import org.jspecify.annotations.NullMarked;
