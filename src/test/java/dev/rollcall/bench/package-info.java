/**
 * The benchmark: what Rollcall costs, measured beside what stands still. Started by
 * {@code scripts/bench}, never by a test.
 */
package dev.rollcall.bench;
