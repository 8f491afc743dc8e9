/**
 * XML as tokens out of bytes, checked to the last one. Knows no workbooks.
 */
@NullMarked
package dev.rollcall.connector.excel.xml;

import org.jspecify.annotations.NullMarked;
