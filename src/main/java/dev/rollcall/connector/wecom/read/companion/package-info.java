/**
 * Names for ids: what another source says of the same members and departments, and which
 * of its paths is which of WeCom's departments.
 */
@NullMarked
package dev.rollcall.connector.wecom.read.companion;

import org.jspecify.annotations.NullMarked;
