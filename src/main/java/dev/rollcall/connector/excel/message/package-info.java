/**
 * Every sentence the Excel connector says, and the refusal of a file by one of them.
 */
@NullMarked
package dev.rollcall.connector.excel.message;

import org.jspecify.annotations.NullMarked;
