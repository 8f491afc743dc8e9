package dev.rollcall.connector.authing.write;

import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.client.AuthingClient;
import org.jspecify.annotations.Nullable;

/** The departments as far as they are known, read when they are first asked for. */
final class CurrentTree {

	private final AuthingClient client;

	private final boolean rootIsEntry;

	private @Nullable String root;

	private @Nullable Tree tree;

	CurrentTree(AuthingClient client, boolean rootIsEntry) {
		this.client = client;
		this.rootIsEntry = rootIsEntry;
	}

	synchronized Tree get() {
		if (this.tree == null) {
			this.tree = of(departments());
		}
		return this.tree;
	}

	/** Reads them again. */
	synchronized Tree fresh() {
		this.tree = null;
		return get();
	}

	/** Departments that have been read, as a tree. */
	synchronized Tree of(List<DepartmentDetail> departments) {
		return new Tree(root(), this.rootIsEntry, departments);
	}

	/** As Authing tells them now. */
	List<DepartmentDetail> departments() {
		return Objects.requireNonNullElse(this.client.departments().list(), List.of());
	}

	private String root() {
		if (this.root == null) {
			this.root = Objects.requireNonNullElse(this.client.organization().departmentId(), Tree.ROOT);
		}
		return this.root;
	}

}
