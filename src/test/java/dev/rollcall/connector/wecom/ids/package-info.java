/** Tests of what is kept by ids alone. */
@NullMarked
package dev.rollcall.connector.wecom.ids;

import org.jspecify.annotations.NullMarked;
