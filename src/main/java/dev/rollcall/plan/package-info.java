/**
 * What is to be done about the differences: changes, their order, limits, and the digest
 * of a plan. Pure.
 */
@NullMarked
package dev.rollcall.plan;

import org.jspecify.annotations.NullMarked;
