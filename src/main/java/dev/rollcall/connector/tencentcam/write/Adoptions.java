package dev.rollcall.connector.tencentcam.write;

import java.util.Objects;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.fields.SubUserKind;
import dev.rollcall.directory.Message;

/**
 * What becomes of a creation whose name somebody has: perhaps because it was sent before
 * and broken off behind that. Whoever is just as it was to be is gone on with; so would
 * the next run, by the name. Everybody else is left alone.
 */
final class Adoptions {

	private final Lookup lookup;

	private final ManagedGroups groups;

	private final Manner manner;

	private final Credentials credentials;

	Adoptions(Lookup lookup, ManagedGroups groups, Manner manner, Credentials credentials) {
		this.lookup = lookup;
		this.groups = groups;
		this.manner = manner;
		this.credentials = credentials;
	}

	/** Goes on with somebody who is there, or says why not. */
	Outcome carryOut(Wanted wanted, User there) {
		long uin = Objects.requireNonNull(there.uin());
		if (!isAsWanted(wanted, there) || !isPlain(uin)) {
			return Outcome
				.failed(Message.of("tencentcam.name-taken", wanted.name(), String.valueOf(there.name()), uin));
		}
		if (!this.credentials.areKept(uin)) {
			return Outcome
				.failed(Message.of("tencentcam.credentials.lost", wanted.name(), uin, this.credentials.fileName()));
		}
		return grouped(wanted, new SubAccount(uin, there.uid(), there.name(), null));
	}

	/** Puts a sub-user into its groups; with that, its creation is done. */
	Outcome grouped(Wanted wanted, SubAccount user) {
		Message refused = this.groups.carryOut(user, wanted.groups());
		return (refused != null) ? Outcome.failed(refused)
				: Outcome.created(String.valueOf(Objects.requireNonNull(user.uin())));
	}

	/** Whether it is what we would have created, as far as CAM shows it. */
	boolean isAsWanted(Wanted wanted, User there) {
		Integer login = there.consoleLogin();
		return wanted.name().equals(there.name()) && wanted.profile().isOf(there)
				&& (login == null || (login == 1) == this.manner.consoleLogin());
	}

	private boolean isPlain(long uin) {
		SubAccount account = this.lookup.account(uin);
		return account != null && SubUserKind.of(account.userType()) == SubUserKind.PLAIN;
	}

}
