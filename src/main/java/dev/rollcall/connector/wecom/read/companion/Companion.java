package dev.rollcall.connector.wecom.read.companion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.connector.wecom.ids.IdLists;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another source of the same members and departments, read as a whole, and what it tells
 * of WeCom's: fields of members, and names of departments where they are certain.
 */
public final class Companion {

	/** Its own parts come behind the one that stands for WeCom. */
	public static final int PARTS_BEFORE = 1;

	private final NamedTree tree = new NamedTree();

	private final CompanionMembers members;

	private final List<Finding> findings = new ArrayList<>();

	private final Map<Integer, String> names = new TreeMap<>();

	private final Set<String> silent = new HashSet<>();

	private final IdLists lists;

	private int known;

	private Companion(Schema schema, IdLists lists) {
		this.members = new CompanionMembers(schema, this.tree);
		this.lists = lists;
	}

	/** Reads a source, and finds out which of its paths are which departments. */
	public static Companion read(Source source, DepartmentIdTree departments, IdLists lists) {
		Companion companion = new Companion(source.memberSchema(), lists);
		companion.readAll(source);
		companion.resolve(departments, companion.vote(departments));
		return companion;
	}

	private void readAll(Source source) {
		Schema schema = source.memberSchema();
		long[] values = new long[schema.size()];
		List<Message> gaps = new ArrayList<>();
		try (PageReader pages = source.read(null)) {
			for (Page page = pages.next(); page != null; page = pages.next()) {
				page.departments().forEach(this.tree::add);
				page.members().forEach((member) -> {
					this.members.add(member);
					member.fields().in(schema).countValues(values);
				});
				page.findings().forEach(this::carry);
				gaps.addAll(page.gaps());
			}
		}
		this.members.end();
		for (int i = 0; i < values.length; i++) {
			if (values[i] == 0) {
				this.silent.add(schema.name(i));
			}
		}
		if (!gaps.isEmpty()) {
			warn(null, "", Message.of("wecom.companion.not-whole"), null);
			gaps.forEach((gap) -> warn(null, "", gap, null));
		}
	}

	/**
	 * Who is there is for WeCom to say, so that a row is not used costs only its values.
	 */
	private void carry(Finding finding) {
		this.findings.add(new Finding(Finding.Severity.WARNING, behind(finding.origin()), finding.column(),
				finding.value(), finding.reason(), finding.userid()));
	}

	private Votes vote(DepartmentIdTree departments) {
		Votes votes = new Votes();
		for (int place = 0; place < this.members.size(); place++) {
			if (place > 0 && this.members.isRepeated(place - 1)) {
				continue;
			}
			String userid = this.members.userid(place);
			int member = this.lists.find(userid);
			if (member < 0) {
				warn(this.members.origin(place), userid, Message.of("wecom.companion.not-in-wecom", userid), userid);
			}
			else if (this.members.isContradicted(place)) {
				warn(this.members.origin(place), userid, Message.of("wecom.companion.twice", userid), userid);
			}
			else {
				this.known++;
				int[] ids = java.util.Arrays.stream(this.lists.departments(member))
					.map(departments::place)
					.filter((id) -> id != DepartmentIdTree.NONE)
					.toArray();
				int[] paths = this.members.paths(place);
				if (paths.length > 0) {
					votes.member(paths, ids);
				}
			}
		}
		return votes;
	}

	private void resolve(DepartmentIdTree departments, Votes votes) {
		Resolution resolution = PathResolution.resolve(this.tree, departments, votes);
		for (int path = 0; path < this.tree.size(); path++) {
			int department = resolution.department(path);
			String shown = this.tree.path(path);
			if (department != NamedTree.NONE) {
				this.names.put(departments.id(department), this.tree.name(path));
			}
			switch (resolution.doubt(path)) {
				case SEVERAL -> warn(this.tree.origin(path), shown, Message.of("wecom.companion.several", shown), null);
				case UNCLEAR -> warn(this.tree.origin(path), shown, Message.of("wecom.companion.unclear", shown), null);
				case MOVED -> warn(this.tree.origin(path), shown, Message.of("wecom.companion.moved", shown), null);
				case NONE -> {
				}
			}
		}
	}

	private void warn(@Nullable Origin origin, String value, Message reason, @Nullable String userid) {
		Origin place = (origin != null) ? behind(origin) : new Origin(0, 0);
		this.findings.add(new Finding(Finding.Severity.WARNING, place, "", value, reason, userid));
	}

	private static Origin behind(Origin origin) {
		return new Origin(origin.part() + PARTS_BEFORE, origin.row());
	}

	/** What is said of a member, null when nothing is, or when it is contradictory. */
	public @Nullable Fields fields(String userid) {
		int place = this.members.find(userid);
		return (place >= 0 && !this.members.isContradicted(place)) ? this.members.fields(place) : null;
	}

	/** Whether a field has no value for anybody, and so is not to be believed. */
	public boolean isSilent(String field) {
		return this.silent.contains(field);
	}

	/** The names of departments by id, as far as they are certain. */
	public Map<Integer, String> names() {
		return this.names;
	}

	/** How many of WeCom's members it tells of. */
	public int known() {
		return this.known;
	}

	/** What could not be used or told. */
	public List<Finding> findings() {
		return this.findings;
	}

}
