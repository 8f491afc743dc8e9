package dev.rollcall.connector.authing.write;

import java.util.List;

import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;

/** What cannot be had back in Authing. */
final class Irrevocable {

	private Irrevocable() {
	}

	/**
	 * What of a change that takes another one back Authing does not bring about.
	 * @param manner how the directory is written
	 * @param tree its departments
	 */
	static Lost lost(Change inverse, Manner manner, CurrentTree tree) {
		return switch (inverse.entry()) {
			case DEPARTMENT -> ofDepartment(inverse, manner, tree);
			case MEMBER -> switch (inverse.kind()) {
				case CREATE -> Lost.only("authing.lost.password", "authing.lost.user-id", "authing.lost.history",
						"authing.lost.roles", "authing.lost.identities", "authing.lost.other-fields");
				case UPDATE, MOVE, DISABLE, DELETE -> Lost.NOTHING;
			};
		};
	}

	private static Lost ofDepartment(Change inverse, Manner manner, CurrentTree tree) {
		return switch (inverse.kind()) {
			case CREATE -> Lost.only("authing.lost.department-id", "authing.lost.department-fields");
			case DELETE -> (manner.ignoresRoot() && tree.get().isRoot(inverse.ref()))
					? new Lost(List.of("authing.lost.root"), true) : Lost.NOTHING;
			case UPDATE, MOVE, DISABLE -> Lost.NOTHING;
		};
	}

}
