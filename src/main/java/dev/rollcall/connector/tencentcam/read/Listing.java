package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.rollcall.connector.tencentcam.client.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of CAM page by page. CAM's pages tell neither how large one may be nor
 * whether lists stand still: a size that is refused is made smaller, pages may be shorter
 * than asked for, and a list that has changed meanwhile is read again. A page that brings
 * nothing new is the last.
 *
 * @param <T> an entry
 */
final class Listing<T> {

	/** The last is what CAM takes where nothing is said, or less. */
	private static final List<Integer> SIZES = List.of(100, 50, 20, 10);

	private static final int PASSES = 3;

	/** No list is twice as long, and this much longer, when it has been read. */
	private static final int GROWTH = 1000;

	/** How long a list may be of which CAM does not say it. */
	private static final int LONGEST = 1_000_000;

	private final Pages<T> pages;

	private final Function<T, @Nullable Object> key;

	private int size;

	/**
	 * A list.
	 * @param key tells entries apart; null for one that cannot be used
	 */
	Listing(Pages<T> pages, Function<T, @Nullable Object> key) {
		this.pages = pages;
		this.key = key;
	}

	/** Asks for pages. */
	interface Pages<T> {

		/**
		 * A page.
		 * @param number of the page, from 1
		 * @param offset how many entries came before
		 */
		Part<T> ask(int number, int offset, int size);

	}

	/**
	 * A page.
	 *
	 * @param total how many there are on all pages, -1 when that is not said
	 */
	record Part<T>(long total, List<T> entries) {

		static <T> Part<T> of(@Nullable Long total, @Nullable List<T> entries) {
			return new Part<>((total != null) ? total : -1, (entries != null) ? entries : List.of());
		}

	}

	/**
	 * What was read.
	 *
	 * @param entries each once
	 * @param unusable how many had no key
	 * @param total how many there are as CAM said last, -1 when it did not
	 * @param whole whether those are all there are
	 */
	record Read<T>(List<T> entries, int unusable, long total, boolean whole) {
	}

	/** Everything. */
	Read<T> read() {
		Read<T> read = pass();
		for (int pass = 1; pass < PASSES && !read.whole(); pass++) {
			read = pass();
		}
		return read;
	}

	private Read<T> pass() {
		Map<Object, T> found = new LinkedHashMap<>();
		int offset = 0;
		int unusable = 0;
		boolean still = true;
		Part<T> part = ask(1, 0);
		long total = part.total();
		long longest = (total < 0) ? LONGEST : 2 * total + GROWTH;
		for (int number = 2; takeAll(part, found) > 0; number++) {
			offset += part.entries().size();
			unusable += (int) part.entries().stream().filter((entry) -> this.key.apply(entry) == null).count();
			still &= found.size() <= longest;
			if ((total >= 0 && offset >= total) || found.size() > longest) {
				break;
			}
			part = ask(number, offset);
			still &= part.total() == total;
			total = part.total();
		}
		boolean whole = still && (total < 0 || total == found.size() + unusable);
		return new Read<>(new ArrayList<>(found.values()), unusable, total, whole);
	}

	/** How many entries of a page had not been there before. */
	private int takeAll(Part<T> part, Map<Object, T> found) {
		int before = found.size();
		for (T entry : part.entries()) {
			Object name = this.key.apply(entry);
			if (name != null) {
				found.put(name, entry);
			}
		}
		return found.size() - before;
	}

	private Part<T> ask(int number, int offset) {
		try {
			return this.pages.ask(number, offset, SIZES.get(this.size));
		}
		catch (Refusal ex) {
			boolean tooLarge = ex.code().startsWith("InvalidParameter") && this.size + 1 < SIZES.size();
			if (number > 1 || !tooLarge) {
				throw ex;
			}
			this.size++;
			return ask(number, offset);
		}
	}

}
