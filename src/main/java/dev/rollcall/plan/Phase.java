package dev.rollcall.plan;

/** The order in which the changes of a plan are carried out. */
public enum Phase {

	/** Departments created, renamed and moved: parents first. */
	DEPARTMENT_UPSERT,

	/** Members giving up a unique value that another change takes, and those takers. */
	MEMBER_RELEASE,

	/** All other members created, changed and moved. */
	MEMBER_UPSERT,

	/** Members deleted or disabled. */
	MEMBER_DELETE,

	/** Departments deleted: leaves first. */
	DEPARTMENT_DELETE

}
