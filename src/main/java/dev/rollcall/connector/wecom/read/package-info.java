/**
 * Reads departments and members out of WeCom's lists.
 */
@NullMarked
package dev.rollcall.connector.wecom.read;

import org.jspecify.annotations.NullMarked;
