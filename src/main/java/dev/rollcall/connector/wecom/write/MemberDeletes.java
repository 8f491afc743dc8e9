package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import org.jspecify.annotations.Nullable;

/**
 * Deletes members, as many with one call as WeCom takes. It deletes all of them or none:
 * a refused call is made again with halves, until whoever it is about stands alone.
 */
final class MemberDeletes {

	/**
	 * How many WeCom takes.
	 * @see <a href="https://developer.work.weixin.qq.com/document/path/90199">WeCom,
	 * delete members</a>
	 */
	static final int BATCH = 200;

	private final WeComClient client;

	private final SideBySide together;

	private final Lookup lookup;

	MemberDeletes(WeComClient client, SideBySide together, Lookup lookup) {
		this.client = client;
		this.together = together;
		this.lookup = lookup;
	}

	/**
	 * Who is to be deleted.
	 *
	 * @param index the place of the change among those that came together
	 * @param key the userid in small letters
	 */
	record Leaving(int index, String key) {

	}

	/**
	 * Deletes members; whoever is gone already is done.
	 * @param outcomes takes what became of each
	 * @throws DirectoryException when that cannot be told
	 */
	void carryOut(List<Leaving> members, @Nullable Outcome[] outcomes) {
		List<List<Leaving>> batches = new ArrayList<>();
		for (int from = 0; from < members.size(); from += BATCH) {
			batches.add(members.subList(from, Math.min(members.size(), from + BATCH)));
		}
		this.together.each(batches, (batch) -> delete(batch, outcomes));
	}

	private void delete(List<Leaving> members, @Nullable Outcome[] outcomes) {
		try {
			split(members, outcomes);
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing()) {
				throw ex;
			}
			split(there(members, outcomes), outcomes);
		}
	}

	private void split(List<Leaving> members, @Nullable Outcome[] outcomes) {
		if (members.size() < 2) {
			members.forEach((member) -> outcomes[member.index()] = alone(member));
			return;
		}
		try {
			this.client.deleteMembers(members.stream().map(Leaving::key).toList());
			members.forEach((member) -> outcomes[member.index()] = Outcome.done());
		}
		catch (Refusal refusal) {
			Refusals.throwIfAboutTheCaller(refusal);
			int half = members.size() / 2;
			split(members.subList(0, half), outcomes);
			split(members.subList(half, members.size()), outcomes);
		}
	}

	private Outcome alone(Leaving member) {
		try {
			this.client.deleteMember(member.key());
			return Outcome.done();
		}
		catch (Refusal refusal) {
			return Refusals.isNoMember(refusal) ? Outcome.done() : Refusals.of(refusal);
		}
	}

	/** Those who are still there when an answer was lost; the others are done. */
	private List<Leaving> there(List<Leaving> members, @Nullable Outcome[] outcomes) {
		List<Leaving> open = members.stream().filter((member) -> outcomes[member.index()] == null).toList();
		Set<String> present = this.lookup.present(open.stream().map(Leaving::key).toList());
		open.stream()
			.filter((member) -> !present.contains(member.key()))
			.forEach((member) -> outcomes[member.index()] = Outcome.done());
		return open.stream().filter((member) -> present.contains(member.key())).toList();
	}

}
