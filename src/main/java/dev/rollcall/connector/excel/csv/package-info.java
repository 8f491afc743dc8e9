/**
 * Text files with separators, as books of one sheet.
 */
@NullMarked
package dev.rollcall.connector.excel.csv;

import org.jspecify.annotations.NullMarked;
