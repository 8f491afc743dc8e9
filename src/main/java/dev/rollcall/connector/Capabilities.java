package dev.rollcall.connector;

import java.util.List;
import java.util.Set;

import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/**
 * What a target can do.
 *
 * @param customFields whether it takes fields that its schema does not name
 * @param hidden fields of members that it accepts but never shows
 * @param required groups of fields, of each of which a member must have one to be created
 * @param unique fields of members that no two may share a value of, beside the userid
 * @param batch how many changes it takes at once, 1 or more
 * @param transactional whether its changes commit together with the run's own bookkeeping
 * @param disabling whether it can disable members, and shows that in their field
 * {@code enabled}
 * @param hiddenOfDepartments fields of departments that it accepts and need not show
 * @param spared values of the members' field {@code status}: whoever has one of them, and
 * is known to the target alone, is neither deleted nor disabled
 * @param disabledAs the one of these that members have whom a run has disabled: they may
 * be deleted when their wait is over; null when disabling leads to none of them
 * @param told fields of members that it tells and takes from nobody: never compared,
 * never written
 * @param accounts what is special about a target that keeps bare accounts; null when it
 * keeps departments and members as WeCom does
 */
public record Capabilities(boolean customFields, Set<String> hidden, List<Set<String>> required, List<String> unique,
		int batch, boolean transactional, boolean disabling, Set<String> hiddenOfDepartments, Set<String> spared,
		@Nullable String disabledAs, Set<String> told, @Nullable Accounts accounts) {

	public Capabilities {
		hidden = Set.copyOf(hidden);
		spared = Set.copyOf(spared);
		required = required.stream().map(Set::copyOf).toList();
		if (required.stream().anyMatch(Set::isEmpty)) {
			throw new IllegalArgumentException("required: one of none");
		}
		unique = List.copyOf(unique);
		if (batch < 1) {
			throw new IllegalArgumentException("batch: " + batch);
		}
		hiddenOfDepartments = Set.copyOf(hiddenOfDepartments);
		told = Set.copyOf(told);
	}

	/** What a target can do that spares nobody and shows all of its departments. */
	public Capabilities(boolean customFields, Set<String> hidden, List<Set<String>> required, List<String> unique,
			int batch, boolean transactional, boolean disabling) {
		this(customFields, hidden, required, unique, batch, transactional, disabling, Set.of(), Set.of(), null,
				Set.of(), null);
	}

	/** What a target can do that cannot disable anybody. */
	public Capabilities(boolean customFields, Set<String> hidden, List<Set<String>> required, List<String> unique,
			int batch, boolean transactional) {
		this(customFields, hidden, required, unique, batch, transactional, false);
	}

	/**
	 * The same of a target that spares some of those whom it knows alone, and so tells
	 * their status.
	 * @param statuses values of the members' field {@code status}
	 * @param whenDisabled the one of them that members have whom a run has disabled, null
	 * when that is none of them
	 */
	public Capabilities sparing(Set<String> statuses, @Nullable String whenDisabled) {
		return new Capabilities(this.customFields, this.hidden, this.required, this.unique, this.batch,
				this.transactional, this.disabling, this.hiddenOfDepartments, statuses, whenDisabled,
				Set.of(FieldNames.STATUS), this.accounts);
	}

	/**
	 * The same of a target that does not show all of its departments.
	 * @param fields those of departments that it accepts and need not show
	 */
	public Capabilities hidingOfDepartments(Set<String> fields) {
		return new Capabilities(this.customFields, this.hidden, this.required, this.unique, this.batch,
				this.transactional, this.disabling, fields, this.spared, this.disabledAs, this.told, this.accounts);
	}

	/**
	 * The same of a target that tells fields which it takes from nobody.
	 * @param fields those of members
	 */
	public Capabilities telling(Set<String> fields) {
		return new Capabilities(this.customFields, this.hidden, this.required, this.unique, this.batch,
				this.transactional, this.disabling, this.hiddenOfDepartments, this.spared, this.disabledAs, fields,
				this.accounts);
	}

	/** The same of a target that keeps bare accounts. */
	public Capabilities keeping(Accounts bare) {
		return new Capabilities(this.customFields, this.hidden, this.required, this.unique, this.batch,
				this.transactional, this.disabling, this.hiddenOfDepartments, this.spared, this.disabledAs, this.told,
				bare);
	}

}
