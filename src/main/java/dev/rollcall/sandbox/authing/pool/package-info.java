/**
 * What a user pool of Authing holds: organisations, departments, users, custom fields.
 */
@NullMarked
package dev.rollcall.sandbox.authing.pool;

import org.jspecify.annotations.NullMarked;
