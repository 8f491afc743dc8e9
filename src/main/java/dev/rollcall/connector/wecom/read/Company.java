package dev.rollcall.connector.wecom.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.wecom.client.Credential;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.connector.wecom.ids.DepartmentMembers;
import dev.rollcall.connector.wecom.ids.IdCalls;
import dev.rollcall.connector.wecom.ids.IdLists;
import dev.rollcall.directory.Message;

/**
 * The id lists of a company, as they were read: who there is, and where.
 *
 * @param tree the departments
 * @param lists the members
 * @param members who is in which department
 */
record Company(DepartmentIdTree tree, IdLists lists, DepartmentMembers members) {

	/** Reads the lists, the departments first. */
	static Company read(WeComClient client, int limit) {
		DepartmentIdTree tree = tree(client);
		IdLists lists = new IdCalls(client, limit).read();
		return new Company(tree, lists, new DepartmentMembers(tree, lists));
	}

	/** The departments as they are now. */
	static DepartmentIdTree tree(WeComClient client) {
		return new DepartmentIdTree(client.departmentIds(Credential.CONTACT));
	}

	/** Why the lists cannot be the whole truth. */
	List<Message> gaps() {
		List<Message> gaps = new ArrayList<>();
		List<Integer> misplaced = this.tree.misplaced();
		if (!misplaced.isEmpty()) {
			gaps.add(Message.of("wecom.gap.misplaced-departments", misplaced.size(), misplaced.get(0)));
		}
		if (this.members.strangers() > 0) {
			gaps.add(Message.of("wecom.gap.unknown-departments", this.members.strangers()));
		}
		return gaps;
	}

	Claim claim() {
		return new Claim(this.tree.size(), this.lists.size());
	}

	/**
	 * Tells these lists from others.
	 * @param visible the departments whose members are shown, on which it depends who
	 * comes when
	 */
	String digest(Set<Integer> visible) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.tree.addTo(digest);
			this.lists.addTo(digest);
			visible.forEach((id) -> digest.update((id + ",").getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(digest.digest(), 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
