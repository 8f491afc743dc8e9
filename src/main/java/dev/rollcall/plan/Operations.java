package dev.rollcall.plan;

/**
 * What a job may do.
 *
 * @param create create what only the source has
 * @param update bring what both have in line
 * @param delete delete members that only the target has
 * @param deleteDepartments delete departments that only the target has, too
 */
public record Operations(boolean create, boolean update, boolean delete, boolean deleteDepartments) {

}
