package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates members one by one, side by side.
 *
 * <p>
 * One whose answer is lost does not cost the others their outcomes. When all have been
 * sent, those that were lost are looked up together: a creation or a new userid that is
 * there is done, everything else is sent once more, which no update is the worse for.
 * Only what is lost again, or so much that WeCom must be gone, makes the whole fail.
 */
final class SingleCalls {

	/** When so many answers are lost, it is no use asking for the rest. */
	private static final int MOST_LOST = 100;

	private final WeComClient client;

	private final SideBySide together;

	private final Lookup lookup;

	SingleCalls(WeComClient client, SideBySide together, Lookup lookup) {
		this.client = client;
		this.together = together;
		this.lookup = lookup;
	}

	/**
	 * Sends changes that have nothing to do with one another.
	 * @param outcomes takes what became of each
	 * @throws DirectoryException when that cannot be told
	 */
	void carryOut(Collection<Sending> sendings, @Nullable Outcome[] outcomes) {
		List<Lost> lost = send(sendings, outcomes);
		if (lost.isEmpty()) {
			return;
		}
		List<Sending> again = withoutArrived(lost.stream().map(Lost::sending).toList(), outcomes);
		List<Lost> still = send(again, outcomes);
		if (!still.isEmpty()) {
			throw still.get(0).why();
		}
		// The first one may have arrived late, and the second one been refused for that.
		withoutArrived(again.stream().filter((sending) -> isFailed(outcomes[sending.index()])).toList(), outcomes);
	}

	/** Those of which the userid does not tell that they have been carried out. */
	List<Sending> withoutArrived(List<Sending> sendings, @Nullable Outcome[] outcomes) {
		List<String> keys = sendings.stream().filter(Sending::bringsUserid).map(Sending::keyAfter).toList();
		Set<String> present = keys.isEmpty() ? Set.of() : this.lookup.present(keys);
		List<Sending> rest = new ArrayList<>();
		for (Sending sending : sendings) {
			if (sending.bringsUserid() && present.contains(sending.keyAfter())) {
				outcomes[sending.index()] = Outcome.done();
			}
			else {
				rest.add(sending);
			}
		}
		return rest;
	}

	private List<Lost> send(Collection<Sending> sendings, @Nullable Outcome[] outcomes) {
		Collection<Lost> lost = new ConcurrentLinkedQueue<>();
		this.together.each(sendings, (sending) -> {
			try {
				outcomes[sending.index()] = send(sending);
			}
			catch (DirectoryException ex) {
				lost.add(new Lost(sending, ex));
				if (!ex.isPassing() || lost.size() > MOST_LOST) {
					throw ex;
				}
			}
		});
		return lost.stream().sorted(Comparator.comparingInt((one) -> one.sending().index())).toList();
	}

	private Outcome send(Sending sending) {
		try {
			return Refusals.made(sending.isCreation() ? this.client.createMember(sending.body())
					: this.client.updateMember(sending.body()));
		}
		catch (Refusal refusal) {
			return Refusals.of(refusal);
		}
	}

	private static boolean isFailed(@Nullable Outcome outcome) {
		return outcome != null && outcome.state() == Outcome.State.FAILED;
	}

	/**
	 * A change whose answer was lost.
	 *
	 * @param sending the change
	 * @param why what the client says
	 */
	private record Lost(Sending sending, DirectoryException why) {

	}

}
