package dev.rollcall.connector;

import java.util.List;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;

/**
 * A piece of a directory: what a source hands over at once.
 *
 * @param departments departments, each behind its parent; one that came before may come
 * again and is then passed over
 * @param members members, whose departments have come before or come in this page
 * @param findings rows and values that could not be used; a rejected row whose userid is
 * known also comes as a member of which nothing else is known, so that it counts as being
 * there
 * @param gaps why the snapshot is not the whole directory after all
 * @param cursor where this page ends
 */
public record Page(List<Department> departments, List<Member> members, List<Finding> findings, List<Message> gaps,
		String cursor) {

	public Page {
		departments = List.copyOf(departments);
		members = List.copyOf(members);
		findings = List.copyOf(findings);
		gaps = List.copyOf(gaps);
	}

}
