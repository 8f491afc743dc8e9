package dev.rollcall.sandbox.cam.account;

/**
 * How much a root account may have; 0 for any number. CAM's pages name the refusals, but
 * not the numbers.
 *
 * @param subUsers sub-users, those of WeCom counted
 * @param groups groups
 * @param groupUsers sub-users in one group
 * @param userGroups groups that one sub-user is in
 * @param creations sub-users created within 24 hours; 10 for an account whose identity
 * has not been verified
 * @param largest entries of one page
 */
public record Quotas(int subUsers, int groups, int groupUsers, int userGroups, int creations, int largest) {

	public static final Quotas NONE = new Quotas(0, 0, 0, 0, 0, 0);

	/** Whether there may be no more. */
	static boolean isFull(int most, int many) {
		return most > 0 && many >= most;
	}

	public Quotas creations(int other) {
		return new Quotas(this.subUsers, this.groups, this.groupUsers, this.userGroups, other, this.largest);
	}

	public Quotas largest(int other) {
		return new Quotas(this.subUsers, this.groups, this.groupUsers, this.userGroups, this.creations, other);
	}

}
