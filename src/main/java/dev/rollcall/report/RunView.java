package dev.rollcall.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A run as it is shown: the JSON of {@code show} is this record, and the text says the
 * same in words. All reasons are sentences, personal values are masked. The changes are
 * read from the plan each time they are gone through, because there can be millions.
 *
 * @param run its number
 * @param job its job
 * @param arguments the job, and the keys that were set for the run, as they are typed
 * @param state how it stands
 * @param startedAt when it began
 * @param endedAt when it ended, null while it goes on
 * @param restarts how often it was continued
 * @param undoes the run that it takes back, null for any other
 * @param undoneBy the run by which it was taken back, null when it was not
 * @param retries how often what had failed was tried again
 * @param problem why it failed, or why it did not go on
 * @param source what was read
 * @param target what it is compared with
 * @param planDigest the digest of its plan
 * @param effort what it takes to carry out what is open of the plan, null when that is no
 * matter
 * @param traffic what using the directories has come to
 * @param held which limits the plan passes, null when it passes none
 * @param counts how many changes of each kind, and what became of them
 * @param withheld why changes are withheld, the reason of most first
 * @param decisions what was decided about how many entries
 * @param rejected rows that could not be used, the first of them
 * @param warnings values that could not be used, the first of them
 * @param conflicts entries that claim one another, the first of them
 * @param changes the changes asked for, the first of them
 * @param changesInAll how many changes of those asked for there are
 * @param notes what else one should know
 */
public record RunView(long run, String job, String arguments, String state, Instant startedAt,
		@Nullable Instant endedAt, int restarts, @Nullable Long undoes, @Nullable Long undoneBy, int retries,
		@Nullable String problem, @Nullable SideView source, @Nullable SideView target, @Nullable String planDigest,
		@Nullable EffortView effort, List<TrafficView> traffic, @Nullable HeldView held, List<CountView> counts,
		List<WithheldView> withheld, List<DecisionView> decisions, List<FindingView> rejected,
		List<FindingView> warnings, List<ConflictView> conflicts, Iterable<ChangeView> changes, long changesInAll,
		List<String> notes) {

	/**
	 * One of the two directories.
	 *
	 * @param directory which one
	 * @param departments how many departments it held
	 * @param members how many members
	 * @param rejected how many rows could not be used
	 * @param warnings how many values could not be used
	 * @param readToEnd whether it was read to its end
	 * @param gaps why it may not be the whole directory
	 * @param proved whether it is known to be the whole directory
	 * @param proof by what that is known
	 * @param claimed how much the directory itself says it holds, null when it says
	 * nothing
	 * @param wayOut what is typed to have it taken for whole although it holds much less
	 * than before, null when that is not the matter
	 * @param approval who took it for whole, null when nobody did
	 */
	public record SideView(@Nullable String directory, long departments, long members, long rejected, long warnings,
			boolean readToEnd, List<String> gaps, boolean proved, List<String> proof, @Nullable ClaimView claimed,
			@Nullable String wayOut, @Nullable ApprovalView approval) {

	}

	/**
	 * What it takes to carry changes out.
	 *
	 * @param calls how many calls of the target
	 * @param atBestSeconds how many seconds they take as fast as they are allowed to go
	 */
	public record EffortView(long calls, long atBestSeconds) {

	}

	/**
	 * What using a directory has come to.
	 *
	 * @param execution which time the run was carried on, from 1
	 * @param side source or target
	 * @param said what it was
	 */
	public record TrafficView(int execution, String side, String said) {

	}

	/**
	 * How much a directory itself says it holds.
	 *
	 * @param departments how many departments, null when it does not say
	 * @param members how many members, null when it does not say
	 */
	public record ClaimView(@Nullable Long departments, @Nullable Long members) {

	}

	/**
	 * The limits that the plan passes.
	 *
	 * @param limits each of them
	 * @param samples the first changes of those of which there are too many, while the
	 * plan waits
	 * @param approve what is typed to let the plan through, while it waits
	 * @param apply what is typed then
	 * @param approval who let it through, null when nobody did
	 */
	public record HeldView(List<LimitView> limits, List<ChangeView> samples, @Nullable String approve,
			@Nullable String apply, @Nullable ApprovalView approval) {

	}

	/**
	 * A limit that the plan passes; where it only says how many more there are, all but
	 * the reason is null.
	 *
	 * @param reason what was measured against what is allowed
	 * @param entry department or member
	 * @param kind create, update, move, disable or delete
	 * @param department the path of the department within which it is passed, null when
	 * it is passed in all
	 * @param changes how many changes there are
	 * @param total how many entries the target holds, in all or within the department
	 */
	public record LimitView(String reason, @Nullable String entry, @Nullable String kind, @Nullable String department,
			@Nullable Long changes, @Nullable Long total) {

	}

	/**
	 * A person's word.
	 *
	 * @param person who gave it
	 * @param reason why
	 * @param approvedAt when
	 * @param expiresAt until when it can be made use of, null for ever
	 * @param good whether it can be made use of, or was
	 */
	public record ApprovalView(String person, String reason, Instant approvedAt, @Nullable Instant expiresAt,
			boolean good) {

	}

	/**
	 * Changes of one kind.
	 *
	 * @param entry department or member
	 * @param kind create, update, move, disable or delete
	 * @param planned how many
	 * @param done how many were carried out
	 * @param failed how many the target refused
	 * @param withheld how many are not carried out
	 */
	public record CountView(String entry, String kind, long planned, long done, long failed, long withheld) {

	}

	/**
	 * Changes that are not carried out, all for one reason.
	 *
	 * @param changes how many
	 * @param reason why
	 * @param reasonCode the same for programs
	 */
	public record WithheldView(long changes, String reason, String reasonCode) {

	}

	/**
	 * What was decided about entries.
	 *
	 * @param entry department or member
	 * @param decision what
	 * @param source how many of the source
	 * @param target how many of the target
	 */
	public record DecisionView(String entry, String decision, long source, long target) {

	}

	/**
	 * A row or value that could not be used.
	 *
	 * @param sheet the sheet it stands in
	 * @param row the row, counted from 1
	 * @param column the column's heading
	 * @param value what stands there
	 * @param reason what is wrong with it
	 */
	public record FindingView(String sheet, int row, String column, String value, String reason) {

	}

	/**
	 * Entries that claim one another.
	 *
	 * @param entry department or member
	 * @param key what they share
	 * @param reason how many there are, and of members who they are
	 * @param reasonCode the same, whatever the language
	 */
	public record ConflictView(String entry, String key, String reason, String reasonCode) {

	}

	/**
	 * One change.
	 *
	 * @param symbol the sign of its kind
	 * @param kind create, update, move, disable or delete
	 * @param entry department or member
	 * @param key userid or path
	 * @param name the member's name, if the change knows it
	 * @param differences what it is about
	 * @param reason why
	 * @param reasonCode the same, whatever the language
	 * @param state how far it has come
	 * @param why why it failed or was withheld
	 */
	public record ChangeView(String symbol, String kind, String entry, String key, @Nullable String name,
			List<DifferenceView> differences, String reason, String reasonCode, String state, @Nullable String why) {

	}

	/**
	 * One field of a change.
	 *
	 * @param field its name
	 * @param before what it held, null when unknown
	 * @param after what it will hold
	 */
	public record DifferenceView(String field, @Nullable String before, @Nullable String after) {

	}

}
