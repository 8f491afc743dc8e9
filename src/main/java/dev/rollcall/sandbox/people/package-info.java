/** People made up, for look-alikes of every vendor. */
@NullMarked
package dev.rollcall.sandbox.people;

import org.jspecify.annotations.NullMarked;
