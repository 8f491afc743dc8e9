/**
 * Workbooks of Excel 97 to 2003, read by way of POI's records.
 */
@NullMarked
package dev.rollcall.connector.excel.xls;

import org.jspecify.annotations.NullMarked;
