/**
 * Carries changes out in WeCom.
 */
@NullMarked
package dev.rollcall.connector.wecom.write;

import org.jspecify.annotations.NullMarked;
