/** Calls about members. */
@NullMarked
package dev.rollcall.sandbox.wecom.members;

import org.jspecify.annotations.NullMarked;
