/** Imports of files, in the background. */
@NullMarked
package dev.rollcall.sandbox.wecom.imports;

import org.jspecify.annotations.NullMarked;
