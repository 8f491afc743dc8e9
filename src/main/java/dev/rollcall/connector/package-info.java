/**
 * What a source and a target must do. Each kind of directory has its own package below,
 * which no other package names: connectors are Spring beans, found by their
 * {@link dev.rollcall.connector.Connector#name() name}.
 */
@NullMarked
package dev.rollcall.connector;

import org.jspecify.annotations.NullMarked;
