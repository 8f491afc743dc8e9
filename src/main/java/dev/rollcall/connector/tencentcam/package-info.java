/**
 * Tencent Cloud CAM (访问管理): the sub-users of an account as a target.
 */
@NullMarked
package dev.rollcall.connector.tencentcam;

import org.jspecify.annotations.NullMarked;
