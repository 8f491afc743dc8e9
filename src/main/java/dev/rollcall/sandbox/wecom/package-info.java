/**
 * A look-alike of WeCom's address book (企业微信通讯录). It shares nothing with the connector
 * that calls it: what both know of WeCom was read twice.
 */
@NullMarked
package dev.rollcall.sandbox.wecom;

import org.jspecify.annotations.NullMarked;
