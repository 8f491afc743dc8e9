/**
 * Directories in database tables: the embedded one, which lies in Rollcall's own database
 * and needs no server, and one of the same shape in a database of the operator's.
 */
@NullMarked
package dev.rollcall.connector.jdbc;

import org.jspecify.annotations.NullMarked;
