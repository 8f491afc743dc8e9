/** Calls about custom fields and what stands in them. */
@NullMarked
package dev.rollcall.sandbox.authing.fields;

import org.jspecify.annotations.NullMarked;
