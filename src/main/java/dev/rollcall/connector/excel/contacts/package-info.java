/**
 * What rows mean: headings, userids, departments, members, and rows that cannot be used.
 */
@NullMarked
package dev.rollcall.connector.excel.contacts;

import org.jspecify.annotations.NullMarked;
