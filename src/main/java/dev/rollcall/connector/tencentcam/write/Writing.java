package dev.rollcall.connector.tencentcam.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.remote.Waves;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes of members out in CAM, as many side by side as it may be called.
 *
 * <p>
 * An answer that is lost is looked up at once, and its change sent again only if it has
 * not arrived: nobody is created twice. Only where that fails, too, does {@link #apply}
 * throw.
 */
public final class Writing implements AutoCloseable {

	/** How many changes are taken at once. */
	public static final int BATCH = EffortOfWork.BATCH;

	/** Whoever is to have a name waits for the one who gives it up. */
	private static final Waves WAVES = new Waves(Map.of(FieldNames.USERNAME, FieldNames.USERNAME));

	private final SideBySide together;

	private final Lookup lookup;

	private final ManagedGroups groups;

	private final Credentials credentials;

	private final CreationStop stop;

	private final Creations creations;

	private final Updates updates;

	private final Deletions deletions;

	private final Finder finder;

	private final EffortOfWork effort;

	/** Writes through a client. */
	public Writing(CamClient client, Manner manner) {
		this(client, manner, Clock.systemUTC());
	}

	/**
	 * Writes through a client.
	 * @param clock tells operators when to go on
	 */
	public Writing(CamClient client, Manner manner, Clock clock) {
		this.together = new SideBySide("cam", client.access().atOnce());
		this.lookup = new Lookup(client);
		this.groups = new ManagedGroups(client, this.lookup, manner.managedGroups());
		this.credentials = new Credentials(manner, clock);
		this.stop = new CreationStop(clock);
		Adoptions adoptions = new Adoptions(this.lookup, this.groups, manner, this.credentials);
		this.creations = new Creations(client, this.lookup, manner, adoptions, this.groups, this.credentials,
				this.stop);
		this.updates = new Updates(client, this.lookup, this.groups);
		this.deletions = new Deletions(client, this.lookup);
		this.finder = new Finder(this.lookup, this.together, manner, adoptions, this.credentials);
		this.effort = new EffortOfWork(client.access(), !manner.managedGroups().isEmpty());
	}

	/** As {@link dev.rollcall.connector.Target#effort}. */
	public Effort effort(Workload work) {
		return this.effort.of(work);
	}

	/** As {@link dev.rollcall.connector.Target#check}, of what only writing needs. */
	public List<CheckResult> check() {
		return this.credentials.check();
	}

	/** As {@link dev.rollcall.connector.Target#apply}; of members only. */
	public List<Outcome> apply(List<Change> changes) {
		Names names = prepared(changes);
		AtomicReferenceArray<@Nullable Outcome> outcomes = new AtomicReferenceArray<>(changes.size());
		for (List<Integer> wave : WAVES.of(changes)) {
			this.together.each(wave, (place) -> outcomes.set(place, carryOut(changes.get(place), names)));
		}
		List<Outcome> all = new ArrayList<>(changes.size());
		for (int i = 0; i < outcomes.length(); i++) {
			all.add(Objects.requireNonNull(outcomes.get(i)));
		}
		return all;
	}

	/** Looks up what concerns all changes; gives who is there if any is a creation. */
	private Names prepared(List<Change> changes) {
		this.groups.learn(changes);
		boolean creating = changes.stream().anyMatch((change) -> change.kind() == ChangeKind.CREATE);
		Message fault = creating ? this.credentials.fault() : null;
		if (fault != null) {
			this.stop.because(fault);
		}
		return new Names((creating && this.stop.why() == null) ? this.lookup.users() : List.of());
	}

	private Outcome carryOut(Change change, Names names) {
		return switch (change.kind()) {
			case CREATE -> this.creations.carryOut(change, names);
			case UPDATE -> this.updates.carryOut(change);
			case DELETE -> this.deletions.carryOut(change);
			case MOVE, DISABLE -> throw new IllegalArgumentException(
					"CAM has neither departments nor members that rest: " + change.kind());
		};
	}

	/** As {@link dev.rollcall.connector.Target#find}. */
	public List<@Nullable Entry> find(List<Change> changes) {
		return this.finder.find(changes);
	}

	/** As {@link dev.rollcall.connector.Target#lost}. */
	public Lost lost(Change inverse) {
		return Irrevocable.lost(inverse);
	}

	@Override
	public void close() {
		this.together.close();
	}

}
