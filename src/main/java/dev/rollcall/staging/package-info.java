/**
 * Snapshots, plans, the ledger and the runs they belong to, in the job's database. What a
 * chunk writes here commits together with Spring Batch's own bookkeeping.
 */
@NullMarked
package dev.rollcall.staging;

import org.jspecify.annotations.NullMarked;
