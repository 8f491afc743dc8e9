/** Calls about users and about where they belong. */
@NullMarked
package dev.rollcall.sandbox.authing.users;

import org.jspecify.annotations.NullMarked;
