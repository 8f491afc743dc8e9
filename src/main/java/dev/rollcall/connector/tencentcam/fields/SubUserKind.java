package dev.rollcall.connector.tencentcam.fields;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What kinds of accounts stand among the sub-users of a root account. */
public enum SubUserKind {

	/** Made by hand, or by a call. */
	PLAIN("sub-user", 2),

	/** Imported from WeCom by the console. */
	WECOM("wecom", 3),

	/** Another root account that takes part in this one (协作者). */
	COLLABORATOR("collaborator", 4),

	/** Receives messages and can do nothing (消息接收人). */
	MESSAGE_RECEIVER("message-receiver", 5);

	private final String status;

	private final int userType;

	SubUserKind(String status, int userType) {
		this.status = status;
		this.userType = userType;
	}

	/** As a value of the field {@code status}. */
	public String status() {
		return this.status;
	}

	/**
	 * The kind of what {@code DescribeSubAccounts} calls {@code UserType}; null where
	 * that is unknown.
	 */
	public static @Nullable SubUserKind of(@Nullable Integer userType) {
		return Stream.of(values())
			.filter((kind) -> userType != null && kind.userType == userType)
			.findFirst()
			.orElse(null);
	}

}
