/** Reads an organisation of Authing: departments at once, users page by page. */
@NullMarked
package dev.rollcall.connector.authing.read;

import org.jspecify.annotations.NullMarked;
