package dev.rollcall.definition;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.directory.Message;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Limit;
import dev.rollcall.plan.Limits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key {@code limits} as it is written. A kind of change alone means members and
 * departments alike; what is said of one of them stands above that, number by number.
 *
 * @param create how much may be created
 * @param update how much may be updated
 * @param move how much may be moved
 * @param disable how much may be disabled
 * @param delete how much may be deleted
 * @param members the same of members only
 * @param departments the same of departments only
 * @param subtrees the same of members within each department
 */
record LimitKeys(@DefaultValue Numbers create, @DefaultValue Numbers update, @DefaultValue Numbers move,
		@DefaultValue Numbers disable, @DefaultValue Numbers delete, @DefaultValue Kinds members,
		@DefaultValue Kinds departments, @DefaultValue Kinds subtrees) {

	/** For each kind of change. */
	record Kinds(@DefaultValue Numbers create, @DefaultValue Numbers update, @DefaultValue Numbers move,
			@DefaultValue Numbers disable, @DefaultValue Numbers delete) {

		Numbers of(ChangeKind kind) {
			return switch (kind) {
				case CREATE -> this.create;
				case UPDATE -> this.update;
				case MOVE -> this.move;
				case DISABLE -> this.disable;
				case DELETE -> this.delete;
			};
		}

		void check(String key, KeyBinding keys) {
			for (ChangeKind kind : ChangeKind.values()) {
				of(kind).check(key + "." + kind.name().toLowerCase(Locale.ROOT), keys);
			}
		}

	}

	/** The numbers of a limit, as far as they are written. */
	record Numbers(@Nullable Long count, @Nullable Double percent, @Nullable Double smallPercent, @Nullable Long floor,
			@Nullable Long cap) {

		boolean isEmpty() {
			return this.count == null && this.percent == null && this.smallPercent == null && this.floor == null
					&& this.cap == null;
		}

		/** A limit with these numbers in place of its own. */
		Limit in(Limit limit) {
			return new Limit((this.count != null) ? this.count : limit.count(),
					(this.percent != null) ? this.percent : limit.percent(),
					(this.smallPercent != null) ? this.smallPercent : limit.smallPercent(),
					(this.floor != null) ? this.floor : limit.floor(), (this.cap != null) ? this.cap : limit.cap());
		}

		void check(String key, KeyBinding keys) {
			checkCount(key + ".count", this.count, keys);
			checkPercent(key + ".percent", this.percent, keys);
			checkPercent(key + ".small-percent", this.smallPercent, keys);
			checkCount(key + ".floor", this.floor, keys);
			checkCount(key + ".cap", this.cap, keys);
		}

		private static void checkCount(String key, @Nullable Long count, KeyBinding keys) {
			if (count != null && count < 0) {
				keys.complain(key, Message.of("definition.limit", count));
			}
		}

		private static void checkPercent(String key, @Nullable Double percent, KeyBinding keys) {
			if (percent != null && !(percent >= 0 && percent <= 100)) {
				keys.complain(key, Message.of("definition.limit-percent", percent));
			}
		}

	}

	/** Complains of every number that limits nothing. */
	void check(KeyBinding keys) {
		alike().check("limits", keys);
		this.members.check("limits.members", keys);
		this.departments.check("limits.departments", keys);
		this.subtrees.check("limits.subtrees", keys);
	}

	/** The limits that a job with these keys has. */
	Limits limits() {
		return new Limits(over(Limits.DEFAULT.members(), this.members),
				over(Limits.DEFAULT.departments(), this.departments), inSubtrees());
	}

	private Map<ChangeKind, Limit> over(Map<ChangeKind, Limit> standard, Kinds named) {
		Map<ChangeKind, Limit> limits = new EnumMap<>(ChangeKind.class);
		standard.forEach((kind, limit) -> limits.put(kind, named.of(kind).in(alike().of(kind).in(limit))));
		return limits;
	}

	private Map<ChangeKind, Limit> inSubtrees() {
		Map<ChangeKind, Limit> limits = new EnumMap<>(ChangeKind.class);
		for (ChangeKind kind : ChangeKind.values()) {
			Limit standard = Limits.DEFAULT.inSubtrees(kind);
			Numbers named = this.subtrees.of(kind);
			if (standard != null || !named.isEmpty()) {
				limits.put(kind, named.in((standard != null) ? standard : Limits.subtree()));
			}
		}
		return limits;
	}

	private Kinds alike() {
		return new Kinds(this.create, this.update, this.move, this.disable, this.delete);
	}

}
