package dev.rollcall.sandbox.wecom.wire;

/** Whose secret a call is made with. */
public enum Caller {

	/** The contact-sync assistant (通讯录同步). */
	CONTACT,
	/** A self-built app (自建应用). */
	APP,
	/** An app that a provider has developed on the company's behalf (代开发). */
	AGENT

}
