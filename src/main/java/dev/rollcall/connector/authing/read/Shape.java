package dev.rollcall.connector.authing.read;

import java.util.List;

/**
 * What of an organisation becomes departments and members, and how.
 *
 * @param asTarget whether it is to be written: then only the link gives a userid, so that
 * a missing one is seen, and nobody is rejected
 * @param ignoreRoot whether the root node is the top, whose name is not known; otherwise
 * it is no department
 * @param wholePool whether users without any department count, too
 * @param userid what gives the userid of a source's member, the first that has a value
 */
public record Shape(boolean asTarget, boolean ignoreRoot, boolean wholePool, List<UseridFrom> userid) {

	public Shape {
		userid = List.copyOf(userid);
	}

}
