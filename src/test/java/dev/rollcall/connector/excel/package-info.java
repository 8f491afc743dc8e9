/** Tests of the Excel connector, and the workbooks they are written against. */
@NullMarked
package dev.rollcall.connector.excel;

import org.jspecify.annotations.NullMarked;
