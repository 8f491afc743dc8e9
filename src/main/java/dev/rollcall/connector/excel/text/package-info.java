/**
 * Text as UTF-8 bytes: what kind it is, how it is cleaned, how numbers are written. Knows
 * no file format.
 */
@NullMarked
package dev.rollcall.connector.excel.text;

import org.jspecify.annotations.NullMarked;
