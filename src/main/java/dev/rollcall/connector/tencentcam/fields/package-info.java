/**
 * What CAM's sub-users have in common with Rollcall's members: which field is which, and
 * how values are written on either side.
 */
@NullMarked
package dev.rollcall.connector.tencentcam.fields;

import org.jspecify.annotations.NullMarked;
