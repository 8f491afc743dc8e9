/**
 * WeCom (企业微信): its address book as a source and as a target.
 */
@NullMarked
package dev.rollcall.connector.wecom;

import org.jspecify.annotations.NullMarked;
