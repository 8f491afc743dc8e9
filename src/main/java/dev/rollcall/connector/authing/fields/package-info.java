/**
 * What Authing's users and departments have in common with Rollcall's: which field is
 * which, and how values are written on either side.
 */
@NullMarked
package dev.rollcall.connector.authing.fields;

import org.jspecify.annotations.NullMarked;
