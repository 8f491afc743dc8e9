/** What goes over the wire to Authing's management API, and nothing else. */
@NullMarked
package dev.rollcall.connector.authing.api;

import org.jspecify.annotations.NullMarked;
