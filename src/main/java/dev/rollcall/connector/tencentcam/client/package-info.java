/**
 * Calls Tencent Cloud CAM, signed, as often as the job allows, and tries again where that
 * may help.
 */
@NullMarked
package dev.rollcall.connector.tencentcam.client;

import org.jspecify.annotations.NullMarked;
