/**
 * Who there is and where, by ids alone, as WeCom lists it: a million members in less than
 * a hundred megabytes.
 */
@NullMarked
package dev.rollcall.connector.wecom.ids;

import org.jspecify.annotations.NullMarked;
