package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Tells an operator beforehand what a run will see, and what it lacks. */
final class Inspection {

	private static final int EXAMPLES = 5;

	private final AuthingClient client;

	private final Reading reading;

	private final Shape shape;

	private final List<CheckResult> results = new ArrayList<>();

	Inspection(AuthingClient client, Reading reading, Shape shape) {
		this.client = client;
		this.reading = reading;
		this.shape = shape;
	}

	List<CheckResult> results() {
		try {
			DepartmentList list = this.reading.list();
			String code = this.client.access().organization();
			tell(true, "authing.check.organization", code, list.size(), this.reading.users());
			list.gaps().forEach((gap) -> this.results.add(new CheckResult(false, gap)));
			for (Link link : Link.values()) {
				inspect(link, Links.defined(this.client, link));
			}
			tellRepeated("authing.check.repeated-departments", repeatedDepartments(list));
		}
		catch (DirectoryException ex) {
			this.results.add(new CheckResult(false, ex.text()));
		}
		return this.results;
	}

	/** A source does without links: userids stand in usernames, too, and paths help. */
	private void inspect(Link link, @Nullable CustomField defined) {
		boolean needed = this.shape.asTarget();
		if (defined == null) {
			tell(!needed, needed ? "authing.check.link-missing" : "authing.check.link-absent", link.key(),
					link.targetType());
			return;
		}
		boolean fits = link.fits(defined);
		tell(fits || !needed, fits ? "authing.check.link" : "authing.check.link-type", link.key(), link.targetType(),
				String.valueOf(defined.dataType()));
		boolean guarded = !link.isUnique() || Boolean.TRUE.equals(defined.isUnique());
		if (link == Link.USERID && !guarded) {
			tellRepeated("authing.check.repeated-users", repeatedUsers());
		}
	}

	private static Set<String> repeatedDepartments(DepartmentList list) {
		Set<String> once = new HashSet<>();
		Set<String> twice = new TreeSet<>();
		for (String id : list.ids()) {
			DepartmentDetail department = list.get(id);
			String link = PoolFields.id(department);
			if (link != null && !once.add(link)) {
				twice.add(link);
			}
		}
		return twice;
	}

	/** Reads everybody, which takes as long as a run: only where nothing guards links. */
	private Set<String> repeatedUsers() {
		IdSet once = new IdSet();
		Set<String> twice = new TreeSet<>();
		try (UserSession users = this.reading.users(this.reading.list(), null)) {
			for (Question next = users.next(); next != null; next = users.next()) {
				for (UserDetail user : users.take(next).users()) {
					String userid = users.isNew(next, user) ? PoolFields.userid(user) : null;
					if (userid != null && !once.add(userid.toLowerCase(Locale.ROOT))) {
						twice.add(userid);
					}
				}
			}
		}
		return twice;
	}

	private void tellRepeated(String code, Set<String> repeated) {
		if (!repeated.isEmpty()) {
			tell(false, code, repeated.size(), String.join(", ", repeated.stream().limit(EXAMPLES).toList()));
		}
	}

	private void tell(boolean good, String code, Object... arguments) {
		this.results.add(new CheckResult(good, Message.of(code, Objects.requireNonNull(arguments))));
	}

}
