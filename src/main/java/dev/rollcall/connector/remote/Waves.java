package dev.rollcall.connector.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * Splits changes of members into such as may be sent side by side, because none of them
 * is about a member or a unique value that another one of them is about. What has to
 * stand behind another change, because that frees a value or is about the same member,
 * comes in a later wave.
 */
public final class Waves {

	private final Map<String, String> unique;

	/**
	 * Waves for a vendor.
	 * @param unique the fields of which no two members may share a value, beside the
	 * userid, each with the name of those that may not share one among them
	 */
	public Waves(Map<String, String> unique) {
		this.unique = Map.copyOf(unique);
	}

	/** The places of the changes, each in the first wave that is possible. */
	public List<List<Integer>> of(List<Change> changes) {
		List<List<Integer>> waves = new ArrayList<>();
		Map<String, Integer> next = new HashMap<>();
		for (int i = 0; i < changes.size(); i++) {
			Set<String> claims = claims(changes.get(i));
			int wave = claims.stream().mapToInt((claim) -> next.getOrDefault(claim, 0)).max().orElse(0);
			claims.forEach((claim) -> next.put(claim, wave + 1));
			if (wave == waves.size()) {
				waves.add(new ArrayList<>());
			}
			waves.get(wave).add(i);
		}
		return waves;
	}

	/** Everything that only one change may have to do with at a time. */
	private Set<String> claims(Change change) {
		Set<String> claims = new LinkedHashSet<>();
		if (change.ref() != null) {
			claims.add(claim(FieldNames.USERID, Userid.key(change.ref())));
		}
		addAll(claims, change.before());
		addAll(claims, change.after());
		return claims;
	}

	private void addAll(Set<String> claims, @Nullable Entry image) {
		if (!(image instanceof Member member)) {
			return;
		}
		if (member.userid() != null) {
			claims.add(claim(FieldNames.USERID, Userid.key(member.userid())));
		}
		this.unique.forEach((field, kind) -> {
			String value = member.fields().value(field);
			if (value != null && !value.isEmpty()) {
				claims.add(claim(kind, value.toLowerCase(Locale.ROOT)));
			}
		});
	}

	private static String claim(String field, String value) {
		return field + '\0' + value;
	}

}
