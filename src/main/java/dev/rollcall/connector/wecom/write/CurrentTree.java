package dev.rollcall.connector.wecom.write;

import org.jspecify.annotations.Nullable;

/** The departments as far as they are known, read when they are first asked for. */
final class CurrentTree {

	private final Lookup lookup;

	private @Nullable Tree tree;

	CurrentTree(Lookup lookup) {
		this.lookup = lookup;
	}

	Tree get() {
		if (this.tree == null) {
			this.tree = new Tree(this.lookup.ids());
		}
		return this.tree;
	}

}
