/**
 * WeCom's address book as an Excel or CSV file: finds the header by its content, reads
 * the rows below it, and treats the file as the hostile input that it may be.
 */
@NullMarked
package dev.rollcall.connector.excel;

import org.jspecify.annotations.NullMarked;
