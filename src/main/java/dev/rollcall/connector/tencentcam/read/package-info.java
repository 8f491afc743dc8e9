/**
 * Reads sub-users and groups of CAM, page by page, and finds out what the key may do.
 */
@NullMarked
package dev.rollcall.connector.tencentcam.read;

import org.jspecify.annotations.NullMarked;
