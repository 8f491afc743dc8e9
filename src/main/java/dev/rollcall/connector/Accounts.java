package dev.rollcall.connector;

import java.util.List;

/**
 * What is special about a target that keeps bare accounts: it has no departments; the
 * name of an account, its field {@code username}, is given once and for all, and no two
 * that differ in case only can be there; and it has no room for WeCom's userid, which
 * Rollcall remembers itself, by the account's ref. An account of which no userid is known
 * is nobody's: it is never deleted.
 *
 * @param derived the fields of members that no source tells and {@link Adaptation} adds,
 * such as the groups that a department stands for
 */
public record Accounts(List<String> derived) {

	public Accounts {
		derived = List.copyOf(derived);
	}

}
