/**
 * How the values of each kind of column are understood, or why they are not used.
 */
@NullMarked
package dev.rollcall.connector.excel.values;

import org.jspecify.annotations.NullMarked;
