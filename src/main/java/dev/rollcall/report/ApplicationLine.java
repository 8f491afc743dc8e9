package dev.rollcall.report;

import java.time.Instant;
import java.util.List;

import dev.rollcall.staging.Application;
import dev.rollcall.staging.Application.Word;
import org.jspecify.annotations.Nullable;

/**
 * An application in one line. Of the member only the userid is told.
 *
 * @param id its number
 * @param userid who applied
 * @param state how it stands: pending, expired, approved, imported, rejected, withdrawn
 * or superseded
 * @param job the job by which it was made
 * @param target the directory that it is about
 * @param madeBy who made it
 * @param madeAt when
 * @param expiresAt until when something could be decided
 * @param groups that were approved with it
 * @param decidedBy who approved or rejected it
 * @param decidedAt when
 * @param decidedWhy why, empty when nobody said so
 * @param endedBy who took it back, or approved another in its place
 * @param endedAt when
 * @param endedWhy why
 * @param importedAt when a run has given the member the account
 */
public record ApplicationLine(long id, String userid, String state, String job, String target, String madeBy,
		Instant madeAt, Instant expiresAt, List<String> groups, @Nullable String decidedBy, @Nullable Instant decidedAt,
		@Nullable String decidedWhy, @Nullable String endedBy, @Nullable Instant endedAt, @Nullable String endedWhy,
		@Nullable Instant importedAt) {

	/** An application as it stands now. */
	public static ApplicationLine of(Application application, Instant now) {
		Word decided = application.decided();
		Word ended = application.ended();
		return new ApplicationLine(application.id(), application.userid(), RunViews.lower(application.state(now)),
				application.job(), application.target(), application.made().by(), application.made().at(),
				application.expiresAt(), List.copyOf(application.groups()), (decided != null) ? decided.by() : null,
				(decided != null) ? decided.at() : null, (decided != null) ? decided.why() : null,
				(ended != null) ? ended.by() : null, (ended != null) ? ended.at() : null,
				(ended != null) ? ended.why() : null, application.importedAt());
	}

	/** When it came to stand as it does; until when, while it is open. */
	public Instant since() {
		if (this.endedAt != null) {
			return this.endedAt;
		}
		if (this.importedAt != null) {
			return this.importedAt;
		}
		return (this.decidedAt != null) ? this.decidedAt : this.expiresAt;
	}

	/** Whose word it stands by, null while it is nobody's. */
	public @Nullable String by() {
		return (this.endedBy != null) ? this.endedBy : this.decidedBy;
	}

	/** Why, empty when nobody said so. */
	public String why() {
		String why = (this.endedBy != null) ? this.endedWhy : this.decidedWhy;
		return (why != null) ? why : "";
	}

}
