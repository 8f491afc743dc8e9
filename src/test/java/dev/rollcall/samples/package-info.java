/**
 * Makes the workbooks in {@code samples}: a company that does not exist, as WeCom's admin
 * console exports it today.
 */
package dev.rollcall.samples;
