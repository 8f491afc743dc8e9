/** What a caller of WeCom asks, which calls there are, and how WeCom refuses. */
@NullMarked
package dev.rollcall.sandbox.wecom.wire;

import org.jspecify.annotations.NullMarked;
