/**
 * Look-alikes of directories on the loopback interface, to rehearse jobs on and to test
 * with. What they all share is here: a small server, faults on demand, a log of calls.
 */
@NullMarked
package dev.rollcall.sandbox;

import org.jspecify.annotations.NullMarked;
