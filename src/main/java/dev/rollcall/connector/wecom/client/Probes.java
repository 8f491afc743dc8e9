package dev.rollcall.connector.wecom.client;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Calls that are made to see whether one credential may make them. */
final class Probes {

	private final Credential credential;

	private final List<CheckResult> results;

	private final Map<CallKind, @Nullable Refusal> probed = new EnumMap<>(CallKind.class);

	Probes(Credential credential, List<CheckResult> results) {
		this.credential = credential;
		this.results = results;
	}

	/** Makes a call; one that is refused for what it asks may be made all the same. */
	void probe(CallKind kind, Runnable call) {
		try {
			call.run();
			this.probed.put(kind, null);
		}
		catch (Refusal ex) {
			this.probed.put(kind, ErrorCode.refusesPower(ex.code()) ? ex : null);
		}
	}

	boolean may(CallKind kind) {
		return this.probed.containsKey(kind) && this.probed.get(kind) == null;
	}

	void tellAllowed() {
		List<String> allowed = this.probed.keySet().stream().filter(this::may).map(CallKind::path).toList();
		if (!allowed.isEmpty()) {
			this.results.add(new CheckResult(true,
					Message.of("wecom.power.may", String.join(", ", allowed), Powers.word(this.credential))));
		}
	}

	/**
	 * Tells of each code once, which calls it refuses and what to do about that.
	 * @param dispensable whether a run can do without
	 */
	void tellRefused(boolean dispensable) {
		Map<Integer, List<CallKind>> codes = new LinkedHashMap<>();
		this.probed.forEach((kind, refusal) -> {
			if (refusal != null) {
				codes.computeIfAbsent(refusal.code(), (code) -> new ArrayList<>()).add(kind);
			}
		});
		codes.values().forEach((kinds) -> tell(kinds, dispensable));
	}

	private void tell(List<CallKind> kinds, boolean dispensable) {
		Refusal refusal = Objects.requireNonNull(this.probed.get(kinds.get(0)));
		String paths = String.join(", ", kinds.stream().map(CallKind::path).toList());
		this.results.add(new CheckResult(dispensable, Message.of("wecom.power.may-not", paths,
				Powers.word(this.credential), String.valueOf(refusal.code()), refusal.words())));
		this.results.add(new CheckResult(dispensable, refusal.text()));
	}

}
