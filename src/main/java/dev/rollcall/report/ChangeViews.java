package dev.rollcall.report;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Differences;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.DifferenceView;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is shown of a change.
 *
 * @param masking what is covered
 * @param words the language
 */
record ChangeViews(Masking masking, Words words) {

	/**
	 * A change as it is shown.
	 * @param paths turns the name of a department into the path to show
	 * @param state how far it has come
	 * @param why why it is not done, null when it is or may yet be
	 */
	ChangeView of(Change change, UnaryOperator<String> paths, String state, @Nullable Message why) {
		List<DifferenceView> differences = Differences.of(change, paths)
			.stream()
			.map((difference) -> new DifferenceView(difference.field(),
					this.masking.value(difference.field(), difference.before()),
					this.masking.value(difference.field(), difference.after())))
			.toList();
		return new ChangeView(String.valueOf(change.kind().symbol()), RunViews.lower(change.kind()),
				RunViews.lower(change.entry()), change.key(), change.name(), differences,
				this.words.of(change.reason()), change.reason().code(), state,
				(why != null) ? this.words.of(why) : null);
	}

}
