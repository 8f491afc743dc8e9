package dev.rollcall.connector.wecom.client;

/** Whose secret a call is made with: WeCom splits its powers between two. */
public enum Credential {

	/** The contact-sync assistant (通讯录同步): writes, and reads bare ids. */
	CONTACT,

	/** A self-built app (自建应用): reads names and what else it may see, writes nothing. */
	APP

}
