package dev.rollcall.definition;

import java.util.List;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.Operation;
import dev.rollcall.plan.UpdateMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of a job file as they are written, beside {@code source}, {@code target},
 * {@code operations}, {@code on-leave} and {@code scope}, whose form depends on what they
 * say.
 *
 * @param description what the job is for
 * @param match by what entries are paired
 * @param update what happens to entries that both sides have
 * @param ignore what must not be touched
 * @param limits how much may be done without being asked
 * @param schedule when it is meant to run
 * @param applications how members apply who are not meant otherwise
 */
record JobKeys(@DefaultValue("") String description, @DefaultValue Match match,
		@DefaultValue("changed") UpdateMode update, @DefaultValue List<Ignore> ignore, @DefaultValue LimitKeys limits,
		@Nullable ScheduleKeys schedule, @DefaultValue ApplicationKeys applications) {

	record Match(@DefaultValue("userid") List<MemberKey> members, @DefaultValue( {
			"id", "path" }) List<DepartmentKey> departments){

	}

	record Ignore(@DefaultValue Set<String> fields, @DefaultValue Set<Operation> operations,
			@DefaultValue Entries entries) {

		IgnoreRule rule() {
			return new IgnoreRule(this.fields, this.operations,
					new EntrySelector(this.entries.members(), this.entries.departments()));
		}

	}

	record Entries(@DefaultValue Set<String> members, @DefaultValue List<String> departments) {

	}

	record ScheduleKeys(String cron, @Nullable String zone) {

	}

}
