/** Tests of what is kept by ids alone. */
@NullMarked
package dev.rollcall.connector.wecom.read.ids;

import org.jspecify.annotations.NullMarked;
