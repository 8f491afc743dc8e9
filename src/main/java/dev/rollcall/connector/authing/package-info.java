/** Authing's users and departments, as source and as target. */
@NullMarked
package dev.rollcall.connector.authing;

import org.jspecify.annotations.NullMarked;
