package dev.rollcall.compare;

import java.util.Locale;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/** By what members of two directories are paired. */
public enum MemberKey {

	/**
	 * WeCom's account, ignoring case; the former one where a source says that it changed.
	 */
	USERID {
		@Override
		public String of(Member member) {
			String userid = (member.formerUserid() != null) ? member.formerUserid() : member.userid();
			return (userid != null) ? Userid.key(userid) : "";
		}
	},

	/**
	 * The account that a member of the source has been given in place of a former one.
	 */
	NEW_USERID {
		@Override
		public String of(Member member) {
			return (member.userid() != null) ? Userid.key(member.userid()) : "";
		}

		@Override
		public boolean concerns(Member member) {
			return member.formerUserid() != null;
		}
	},

	NAME {
		@Override
		public String of(Member member) {
			return text(member.name());
		}
	},

	MOBILE {
		@Override
		public String of(Member member) {
			return text(member.fields().value(FieldNames.MOBILE));
		}
	},

	EMAIL {
		@Override
		public String of(Member member) {
			return text(member.fields().value(FieldNames.EMAIL)).toLowerCase(Locale.ROOT);
		}
	},

	/**
	 * The account that a directory of its own kind gives its members: what the source
	 * says it is, else its userid, because that is what members are given who are made of
	 * it.
	 */
	USERNAME {
		@Override
		public String of(Member member) {
			String username = text(member.fields().value(FieldNames.USERNAME));
			return username.isEmpty() ? NEW_USERID.of(member) : username.toLowerCase(Locale.ROOT);
		}

		@Override
		public String ofExisting(Member member) {
			return text(member.fields().value(FieldNames.USERNAME)).toLowerCase(Locale.ROOT);
		}
	};

	/**
	 * The key of a member of the source; empty when it has none and can not be paired by
	 * it.
	 */
	public abstract String of(Member member);

	/** Likewise of a member of the target. */
	public String ofExisting(Member member) {
		return of(member);
	}

	/** Whether a member of the source is worth another try with this key. */
	public boolean concerns(Member member) {
		return !of(member).isEmpty();
	}

	/** Whether two who share it need not be the same person. */
	public boolean isWeak() {
		return switch (this) {
			case USERID, NEW_USERID -> false;
			case NAME, MOBILE, EMAIL, USERNAME -> true;
		};
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
