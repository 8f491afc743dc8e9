package dev.rollcall.connector;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.staging.Ledger;
import org.jspecify.annotations.Nullable;

/** Remembers what members were last given that their target hides, as the ledger does. */
final class HiddenFields {

	private final Map<String, Map<String, String>> members = new HashMap<>();

	/**
	 * Takes note of a change that has been carried out.
	 * @param hidden the fields in question
	 */
	void written(Change change, Set<String> hidden) {
		if (change.kind().removes() && change.before() instanceof Member before) {
			this.members.remove(key(before));
		}
		else if (change.after() instanceof Member after) {
			Map<String, String> known = this.members.computeIfAbsent(key(after), (any) -> new HashMap<>());
			after.fields()
				.known()
				.entrySet()
				.stream()
				.filter((field) -> hidden.contains(field.getKey()))
				.forEach((field) -> known.put(field.getKey(), field.getValue()));
		}
	}

	/** An entry as its target shows it, with what is remembered. */
	@Nullable Entry complete(@Nullable Entry shown) {
		return (shown instanceof Member member)
				? Ledger.complete(member, this.members.getOrDefault(key(member), Map.of())) : shown;
	}

	private static String key(Member member) {
		return (member.userid() != null) ? Userid.key(member.userid()) : member.ref();
	}

}
