/**
 * Tells people something at once, by WeCom's group robot (消息推送) or by mail. Knows nothing
 * of jobs: what is to be said, and to whom, is given to it.
 */
@NullMarked
package dev.rollcall.notice;

import org.jspecify.annotations.NullMarked;
