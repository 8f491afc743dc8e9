/**
 * Calls WeCom as often as it allows, with the credential that each call needs, and tries
 * again where that may help.
 */
@NullMarked
package dev.rollcall.connector.wecom.client;

import org.jspecify.annotations.NullMarked;
