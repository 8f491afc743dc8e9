package dev.rollcall.connector.wecom.read;

/** How much is read of members and departments. */
public enum Detail {

	/** Ids, the tree, and who belongs where. */
	IDS,

	/** Names, too, which takes a call for each department. */
	NAMES,

	/** All that the credential may see, likewise. */
	FULL

}
