/**
 * Workbooks of today, {@code .xlsx} and {@code .xlsm}: a zip file of XML parts, within
 * limits against hostile ones.
 */
@NullMarked
package dev.rollcall.connector.excel.xlsx;

import org.jspecify.annotations.NullMarked;
