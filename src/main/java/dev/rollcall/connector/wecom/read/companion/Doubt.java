package dev.rollcall.connector.wecom.read.companion;

/** Why it is not certain which department a path means. */
public enum Doubt {

	/** It is certain, or nobody is there who could tell. */
	NONE,

	/** Several are equally likely. */
	SEVERAL,

	/** The members do not agree, or are too few. */
	UNCLEAR,

	/** It stands elsewhere by now. */
	MOVED

}
