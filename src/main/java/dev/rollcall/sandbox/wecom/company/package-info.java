/** What a company in WeCom holds, and who may see what of it. */
@NullMarked
package dev.rollcall.sandbox.wecom.company;

import org.jspecify.annotations.NullMarked;
