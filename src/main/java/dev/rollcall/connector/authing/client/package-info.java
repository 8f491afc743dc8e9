/**
 * Calls Authing's management API as often as the job allows, and tries again where that
 * may help.
 */
@NullMarked
package dev.rollcall.connector.authing.client;

import org.jspecify.annotations.NullMarked;
