/**
 * An open file as sheets of rows of cells, whatever its format, and what a cell holds.
 * Knows nothing of what the cells mean.
 */
@NullMarked
package dev.rollcall.connector.excel.workbook;

import org.jspecify.annotations.NullMarked;
