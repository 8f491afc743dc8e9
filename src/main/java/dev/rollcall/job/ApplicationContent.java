package dev.rollcall.job;

import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.staging.Application;
import dev.rollcall.staging.Application.Word;
import dev.rollcall.staging.ApplicationStore.Wish;

/** What the audit log says of applications: of the member the userid, and no token. */
final class ApplicationContent {

	private ApplicationContent() {
	}

	/** Somebody applies. */
	static String of(Wish wish) {
		return lines("made", wish.userid(), wish.job(), wish.target()) + "\nexpires=" + wish.expiresAt();
	}

	/**
	 * A person decides.
	 * @param what what they have done
	 */
	static String of(Application application, String what, Word word, Set<String> groups) {
		StringBuilder content = new StringBuilder("application=").append(application.id())
			.append('\n')
			.append(lines(what, application.userid(), application.job(), application.target()))
			.append("\nby=")
			.append(word.by());
		if (!groups.isEmpty()) {
			content.append("\ngroups=").append(String.join(",", new TreeSet<>(groups)));
		}
		return (word.why().isEmpty() ? content : content.append("\nreason=").append(word.why())).toString();
	}

	private static String lines(String what, String userid, String job, String target) {
		return "what=" + what + "\nuserid=" + userid + "\njob=" + job + "\ntarget=" + target;
	}

}
