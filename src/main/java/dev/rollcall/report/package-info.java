/**
 * What a run did, for people and for programs: text, JSON, and the words of both
 * languages.
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
