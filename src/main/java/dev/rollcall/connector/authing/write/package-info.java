/** Writes to an organisation of Authing: departments, users in batches, memberships. */
@NullMarked
package dev.rollcall.connector.authing.write;

import org.jspecify.annotations.NullMarked;
