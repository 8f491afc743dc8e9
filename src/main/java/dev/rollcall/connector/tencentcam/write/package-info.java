/**
 * Creates, updates and deletes sub-users of CAM, and puts them into groups: nothing
 * twice, and nothing that the plan does not name.
 */
@NullMarked
package dev.rollcall.connector.tencentcam.write;

import org.jspecify.annotations.NullMarked;
