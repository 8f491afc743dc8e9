/**
 * The calls of WeCom's address book as they go over the wire, and the error codes that it
 * answers with.
 */
@NullMarked
package dev.rollcall.connector.wecom.api;

import org.jspecify.annotations.NullMarked;
