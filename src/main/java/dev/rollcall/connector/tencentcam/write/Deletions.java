package dev.rollcall.connector.tencentcam.write;

import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.plan.Change;

/**
 * Deletes sub-users, never one with access keys. Each is looked up by its number just
 * before: whoever has its name by then need not be the one that is meant.
 */
final class Deletions {

	/** How often one is looked up and sent whose answer is lost each time. */
	private static final int ROUNDS = 3;

	private final CamClient client;

	private final Lookup lookup;

	Deletions(CamClient client, Lookup lookup) {
		this.client = client;
		this.lookup = lookup;
	}

	/**
	 * Deletes one; who is gone already is done.
	 * @throws DirectoryException when it cannot be told what became of it
	 */
	Outcome carryOut(Change change) {
		try {
			delete(Long.parseLong(Objects.requireNonNull(change.ref())), 1);
			return Outcome.done();
		}
		catch (Refusal refusal) {
			return Refusals.isGone(refusal) ? Outcome.done() : Outcome.failed(Refusals.words(refusal));
		}
	}

	private void delete(long uin, int round) {
		SubAccount user = this.lookup.account(uin);
		if (user == null) {
			return;
		}
		try {
			this.client.deleteUser(Objects.requireNonNull(user.name()));
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing() || round == ROUNDS) {
				throw ex;
			}
			delete(uin, round + 1);
		}
	}

}
