package dev.rollcall.connector.tencentcam;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.connector.tencentcam.fields.SubUserKind;
import dev.rollcall.connector.tencentcam.read.Reading;
import dev.rollcall.connector.tencentcam.rules.ImportRules;
import dev.rollcall.connector.tencentcam.rules.ImportTerms;
import dev.rollcall.connector.tencentcam.write.Writing;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/** The sub-users of one account. */
final class CamDirectory implements Target {

	private static final Schema NO_DEPARTMENTS = Schema.of(FieldNames.NAME);

	private final CamClient client;

	private final ImportTerms terms;

	private final Reading reading;

	private final Writing writing;

	private final boolean deletesWeComUsers;

	private final String owner;

	/**
	 * An account that is open.
	 * @param deletesWeComUsers whether sub-users that the console has imported from WeCom
	 * are deleted as others are
	 */
	CamDirectory(CamClient client, ImportTerms terms, Reading reading, Writing writing, boolean deletesWeComUsers) {
		this.client = client;
		this.terms = terms;
		this.reading = reading;
		this.writing = writing;
		this.deletesWeComUsers = deletesWeComUsers;
		this.owner = reading.owner();
	}

	/** Keys come and go; the account that owns them remains. */
	@Override
	public Identity identity() {
		return new Identity("tencentcam:" + this.owner, null);
	}

	@Override
	public Schema departmentSchema() {
		return NO_DEPARTMENTS;
	}

	@Override
	public Schema memberSchema() {
		return SubUserFields.SCHEMA;
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		return this.reading.read(cursor);
	}

	@Override
	public boolean tellsDepartments() {
		return false;
	}

	@Override
	public List<CheckResult> check() {
		List<CheckResult> results = new ArrayList<>(this.reading.check());
		results.addAll(this.writing.check());
		return results;
	}

	@Override
	public List<CheckResult> prepare() {
		return this.reading.prepare();
	}

	@Override
	public Adaptation adaptation(DepartmentTree departments, Admissions admissions) {
		return new ImportRules(this.terms, departments, admissions);
	}

	@Override
	public List<Message> traffic() {
		return this.client.traffic();
	}

	@Override
	public Capabilities capabilities() {
		return new Capabilities(false, Set.of(), List.of(), List.of(FieldNames.USERNAME), Writing.BATCH, false)
			.sparing(spared(), null)
			.keeping(new Accounts(List.of(FieldNames.USERNAME, SubUserFields.GROUPS)));
	}

	/** Kinds of sub-users that nobody may delete because they are in no source. */
	private Set<String> spared() {
		Set<SubUserKind> kinds = EnumSet.of(SubUserKind.COLLABORATOR, SubUserKind.MESSAGE_RECEIVER);
		if (!this.deletesWeComUsers) {
			kinds.add(SubUserKind.WECOM);
		}
		return kinds.stream().map(SubUserKind::status).collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Effort effort(Workload work) {
		return this.writing.effort(work);
	}

	@Override
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory departments) {
		return this.writing.apply(changes);
	}

	@Override
	public @Nullable Entry find(Change change, DepartmentDirectory departments) {
		return find(List.of(change), departments).get(0);
	}

	@Override
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory departments) {
		return this.writing.find(changes);
	}

	@Override
	public Lost lost(Change inverse) {
		return this.writing.lost(inverse);
	}

	@Override
	public void close() {
		this.writing.close();
		this.client.close();
	}

}
