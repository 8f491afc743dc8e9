package dev.rollcall.sandbox.wecom.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Signs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports: one at a time, the results of the last five kept. A job has no thread of its
 * own: whoever calls next finds done what is due by then.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90979">WeCom,
 * imports</a>
 */
public final class Imports {

	private static final int KEPT = 5;

	private final Map<String, ImportJob> jobs = new LinkedHashMap<>();

	private final Set<String> cleared = new HashSet<>();

	private final MediaStore media;

	private final MemberImport members;

	private final DepartmentImport departments;

	private final Clock clock;

	private final int pace;

	private final SplittableRandom chance;

	private @Nullable ImportJob last;

	/**
	 * No imports yet.
	 * @param rows how many rows an import gets through in a second
	 * @param seed what ids of files and imports are made from
	 */
	public Imports(Company company, Habits habits, int rows, Clock clock, long seed) {
		this.media = new MediaStore(clock, seed);
		this.members = new MemberImport(company, habits);
		this.departments = new DepartmentImport(company, habits);
		this.clock = clock;
		this.pace = rows;
		this.chance = new SplittableRandom(seed ^ 0x6a6f6273L);
	}

	public MediaStore media() {
		return this.media;
	}

	/** Does what is due by now. */
	public void catchUp() {
		if (this.last != null) {
			this.last.advance(this.clock.millis(), this.pace);
		}
	}

	public ObjectNode members(Question question) {
		return begin("sync_user", this.members.steps(question, rows(question, MemberImport.REQUIRED)), null);
	}

	public ObjectNode allMembers(Question question) {
		List<Map<String, String>> rows = rows(question, MemberImport.REQUIRED);
		List<Supplier<@Nullable ObjectNode>> steps = new ArrayList<>(this.members.deletions(rows));
		Refused refused = this.members.tooMany(steps.size());
		steps.addAll(this.members.steps(question, rows));
		return begin("replace_user", steps, refused);
	}

	public ObjectNode allDepartments(Question question) {
		List<Map<String, String>> rows = rows(question, DepartmentImport.REQUIRED);
		return begin("replace_party", this.departments.steps(question, rows), null);
	}

	public ObjectNode result(Question question) {
		String id = question.query("jobid");
		if (id == null || id.isEmpty()) {
			throw Refused.because(Code.EMPTY_PARAMETER);
		}
		ImportJob job = this.jobs.get(id);
		if (job == null) {
			throw Refused.because(this.cleared.contains(id) ? Code.JOB_CLEARED : Code.JOB_NOT_FOUND);
		}
		return job.shown();
	}

	private List<Map<String, String>> rows(Question question, List<String> required) {
		if (this.last != null && !this.last.isDone()) {
			throw Refused.because(Code.IMPORT_GOING_ON);
		}
		return ImportFile.rows(this.media.file(question.text("media_id")), required);
	}

	private ObjectNode begin(String type, List<Supplier<@Nullable ObjectNode>> steps, @Nullable Refused refused) {
		ImportJob job = new ImportJob(Signs.any(this.chance, 40), type, this.clock.millis(), steps, refused);
		this.last = job;
		this.jobs.put(job.id(), job);
		if (this.jobs.size() > KEPT) {
			String oldest = this.jobs.keySet().iterator().next();
			this.jobs.remove(oldest);
			this.cleared.add(oldest);
		}
		return Json.object().put("jobid", job.id());
	}

}
