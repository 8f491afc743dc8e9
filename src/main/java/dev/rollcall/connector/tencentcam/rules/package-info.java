/**
 * Who of a source is to be a sub-user, how it is called, and in which groups it is. Knows
 * nothing of CAM's calls.
 */
@NullMarked
package dev.rollcall.connector.tencentcam.rules;

import org.jspecify.annotations.NullMarked;
