/** What a root account holds: sub-users, groups, who is in which. */
@NullMarked
package dev.rollcall.sandbox.cam.account;

import org.jspecify.annotations.NullMarked;
