package dev.rollcall.connector.tencentcam.write;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.tencentcam.fields.SubUserKind;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/** What cannot be had back in CAM. */
final class Irrevocable {

	/** Whoever is created again is another account. */
	private static final List<String> OF_CREATIONS = List.of("tencentcam.lost.uin", "tencentcam.lost.policies",
			"tencentcam.lost.keys", "tencentcam.lost.login", "tencentcam.lost.other-groups");

	private Irrevocable() {
	}

	/** What of a change that takes another one back CAM does not bring about. */
	static Lost lost(Change inverse) {
		return switch (inverse.kind()) {
			case CREATE -> {
				List<String> lost = new ArrayList<>(OF_CREATIONS);
				if (isOfWeCom(inverse.after())) {
					lost.add("tencentcam.lost.wecom");
				}
				yield new Lost(lost, false);
			}
			case UPDATE, MOVE, DISABLE, DELETE -> Lost.NOTHING;
		};
	}

	private static boolean isOfWeCom(@Nullable Entry image) {
		return image != null && SubUserKind.WECOM.status().equals(image.fields().value(FieldNames.STATUS));
	}

}
