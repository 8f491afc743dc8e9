/** What goes over the wire to Tencent Cloud CAM, and nothing else. */
@NullMarked
package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.NullMarked;
