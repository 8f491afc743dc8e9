package dev.rollcall.connector.tencentcam.write;

import java.io.IOException;
import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.AddedUser;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;

/**
 * Creates sub-users and puts them into their groups: two calls, between which anything
 * may happen. So a creation is always ready to find that it has been sent before.
 */
final class Creations {

	/** How often somebody is sent whose answer is lost each time. */
	private static final int ROUNDS = 4;

	private final CamClient client;

	private final Lookup lookup;

	private final Manner manner;

	private final Adoptions adoptions;

	private final ManagedGroups groups;

	private final Credentials credentials;

	private final CreationStop stop;

	Creations(CamClient client, Lookup lookup, Manner manner, Adoptions adoptions, ManagedGroups groups,
			Credentials credentials, CreationStop stop) {
		this.client = client;
		this.lookup = lookup;
		this.manner = manner;
		this.adoptions = adoptions;
		this.groups = groups;
		this.credentials = credentials;
		this.stop = stop;
	}

	/**
	 * Creates one.
	 * @param names who was there a moment ago
	 * @throws DirectoryException when it cannot be told what became of it
	 */
	Outcome carryOut(Change change, Names names) {
		Message stopped = this.stop.why();
		if (stopped != null) {
			return Outcome.withheld(stopped);
		}
		Wanted wanted = Wanted.of(change);
		Message objection = wanted.name().isEmpty() ? Message.of("tencentcam.no-name", wanted.key())
				: this.groups.objection(wanted.groups());
		if (objection != null) {
			return Outcome.failed(objection);
		}
		User taken = names.get(wanted.name());
		User there = (taken != null) ? this.lookup.named(String.valueOf(taken.name())) : null;
		return (there != null) ? this.adoptions.carryOut(wanted, there) : send(wanted, 1);
	}

	private Outcome send(Wanted wanted, int round) {
		AddedUser added;
		try {
			added = this.client.addUser(wanted.profile().creation(wanted.name(), this.manner));
		}
		catch (Refusal refusal) {
			return refused(wanted, refusal);
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing() || round == ROUNDS) {
				throw ex;
			}
			User there = this.lookup.named(wanted.name());
			return (there != null) ? this.adoptions.carryOut(wanted, there) : send(wanted, round + 1);
		}
		return added(wanted, added);
	}

	private Outcome refused(Wanted wanted, Refusal refusal) {
		Message words = Refusals.words(refusal);
		return switch (refusal.code()) {
			case Refusals.NAME_IN_USE -> {
				User there = this.lookup.named(wanted.name());
				yield (there != null) ? this.adoptions.carryOut(wanted, there) : Outcome.failed(words);
			}
			case Refusals.CREATIONS_USED_UP -> Outcome.withheld(this.stop.usedUp(refusal));
			case Refusals.FULL -> {
				Message full = Message.of("tencentcam.full", this.lookup.users().size(), refusal.code(),
						refusal.words());
				this.stop.because(full);
				yield Outcome.failed(full);
			}
			default -> Outcome.failed(words);
		};
	}

	/** What nobody will ever show again is kept before anything else is done. */
	private Outcome added(Wanted wanted, AddedUser added) {
		long uin = Objects.requireNonNull(added.uin());
		try {
			this.credentials.keep(wanted.userid(), uin, added);
		}
		catch (IOException ex) {
			String file = this.credentials.fileName();
			this.stop.because(Message.of("tencentcam.credentials.unwritable", file));
			return Outcome.failed(Message.of("tencentcam.credentials.lost", wanted.name(), uin, file));
		}
		return this.adoptions.grouped(wanted, new SubAccount(uin, added.uid(), wanted.name(), null));
	}

}
