/**
 * What it takes to call a vendor over the network, and no vendor knows: rates, turns,
 * repeats, tokens, connections. Vendors' connectors use it; it knows none of them.
 */
@NullMarked
package dev.rollcall.connector.remote;

import org.jspecify.annotations.NullMarked;
