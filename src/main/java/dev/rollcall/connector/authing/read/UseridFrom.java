package dev.rollcall.connector.authing.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.fields.PoolFields;
import org.jspecify.annotations.Nullable;

/** Where the userid of a user stands. */
public enum UseridFrom {

	/** In the custom field that links users to WeCom's. */
	WECHATWORK_USER_ID {
		@Override
		@Nullable String of(UserDetail user) {
			return PoolFields.userid(user);
		}
	},

	/** In the account. */
	USERNAME {
		@Override
		@Nullable String of(UserDetail user) {
			return user.username();
		}
	},

	/** In the id that whoever created the user has given. */
	EXTERNAL_ID {
		@Override
		@Nullable String of(UserDetail user) {
			return user.externalId();
		}
	};

	/** What stands there, null or empty for nothing. */
	abstract @Nullable String of(UserDetail user);

	/** As job files write it, null when that is none. */
	public static @Nullable UseridFrom of(String word) {
		return Arrays.stream(values()).filter((one) -> one.word().equals(word)).findFirst().orElse(null);
	}

	/** As job files write it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** All words. */
	public static String words() {
		return Arrays.stream(values()).map(UseridFrom::word).collect(Collectors.joining(", "));
	}

}
