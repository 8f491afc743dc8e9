/**
 * Proves that a run can be killed at any moment and continued: by killing processes of
 * the packaged program.
 */
package dev.rollcall.restart;
