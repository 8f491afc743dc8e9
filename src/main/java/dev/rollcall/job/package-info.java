/**
 * The Spring Batch jobs: the steps, what runs them, and what continues them after a
 * crash. {@code stageSource} and {@code stageTarget} side by side, then {@code plan},
 * {@code limits}, {@code apply}, {@code report}.
 */
@NullMarked
package dev.rollcall.job;

import org.jspecify.annotations.NullMarked;
