package dev.rollcall.report;

import java.util.List;

import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.FindingView;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do about some entries, and why, as it is shown: the JSON of
 * {@code explain} is this record, and the text says the same in words.
 *
 * @param job the job
 * @param arguments the job, and the keys that were set, as they are typed
 * @param key what the entries are called
 * @param entries the first of them
 * @param entriesInAll how many there are
 * @param findings rows and values of the source that could not be used, as far as they
 * are about these entries
 * @param gaps why the source may not be whole
 * @param near what the key may be a mistake for, when there is no such entry
 */
public record ExplanationView(String job, String arguments, String key, List<EntryView> entries, long entriesInAll,
		List<FindingView> findings, List<String> gaps, List<String> near) {

	/** Whether nothing at all answers to the key. */
	public boolean isNowhere() {
		return this.entries.isEmpty() && this.findings.isEmpty();
	}

	/**
	 * An entry, or several that claim one another.
	 *
	 * @param entry department or member
	 * @param source where it stands in the source
	 * @param target where it stands in the target
	 * @param pairedBy by what they belong together
	 * @param paired the same in words
	 * @param decision what was decided
	 * @param because why
	 * @param fields what decides about each field
	 * @param changes what would be done
	 */
	public record EntryView(String entry, List<PlaceView> source, List<PlaceView> target, String pairedBy,
			String paired, String decision, String because, List<FieldView> fields, List<ChangeView> changes) {

	}

	/**
	 * Where an entry stands on one side.
	 *
	 * @param key its userid or path
	 * @param name its name
	 * @param ref how that side addresses it
	 * @param sheet the sheet, null where there are none
	 * @param row the row, counted from 1
	 */
	public record PlaceView(String key, @Nullable String name, String ref, @Nullable String sheet,
			@Nullable Integer row) {

	}

	/**
	 * One field.
	 *
	 * @param field its name
	 * @param source what the source says, empty for an empty field, null for an unknown
	 * one
	 * @param target what the target says, likewise
	 * @param rule what decides
	 * @param because the same in words
	 * @param outcome what becomes of it
	 */
	public record FieldView(String field, @Nullable String source, @Nullable String target, String rule, String because,
			String outcome) {

	}

}
