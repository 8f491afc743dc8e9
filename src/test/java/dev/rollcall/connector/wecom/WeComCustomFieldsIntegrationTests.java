package dev.rollcall.connector.wecom;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The company's own fields: what may be written of them, and who remembers it. */
class WeComCustomFieldsIntegrationTests {

	private static final Map<String, Object> VOUCHED_FOR = Map.of("custom-fields", List.of("工号", "车牌"));

	private static final DepartmentDirectory REFS = new DepartmentDirectory() {
		@Override
		public @Nullable String ref(String department) {
			return DepartmentRef.ref(department);
		}

		@Override
		public void created(String department, String ref) {
			throw new IllegalStateException(department);
		}
	};

	private final WeComLookalike weCom = WeComLookalike
		.start(WeComOptions.defaults().with(new Powers(true, true, true)));

	@AfterEach
	void end() {
		this.weCom.close();
	}

	@Test
	void whatIdsDoNotShowIsWrittenIfTheJobVouchesForItAndLeftToTheLedger() {
		try (Target target = OpenedWeCom.byIds(this.weCom, VOUCHED_FOR)) {
			assertThat(target.memberSchema().names()).contains("工号", "车牌");
			assertThat(target.capabilities().hidden()).contains("工号", "车牌");
			assertThat(target.apply(List.of(creation()), REFS)).containsExactly(Outcome.done());
		}
		// The console does not define 车牌, and WeCom says nothing of that.
		assertThat(this.weCom.state().path("members").path(0).path("extattr").toString()).contains("工号", "007")
			.doesNotContain("车牌");
	}

	@Test
	void nothingElseIsWrittenUnseen() {
		try (Target target = OpenedWeCom.byIds(this.weCom, Map.of())) {
			assertThat(target.memberSchema().names()).doesNotContain("工号");
			assertThat(target.check()).extracting((result) -> result.text().code())
				.doesNotContain("wecom.check.custom-fields");
		}
	}

	@Test
	void aCheckSaysWhichFieldsNobodyCanSee() {
		try (Target target = OpenedWeCom.byIds(this.weCom, VOUCHED_FOR)) {
			assertThat(target.check())
				.contains(new CheckResult(true, Message.of("wecom.check.custom-fields", "工号, 车牌")));
		}
	}

	@Test
	void whatIsShownNeedsNoLedger() {
		try (Target target = OpenedWeCom.byIds(this.weCom, VOUCHED_FOR)) {
			target.apply(List.of(creation()), REFS);
		}
		Map<String, Object> full = Map.of("app-secret", this.weCom.secrets().app(), "detail", "full", "custom-fields",
				List.of("工号", "车牌"));
		try (Target target = OpenedWeCom.byIds(this.weCom, full)) {
			assertThat(target.capabilities().hidden()).contains("车牌").doesNotContain("工号");
		}
	}

	private static Change creation() {
		Schema schema = Schema.of("name", "mobile", "工号", "车牌");
		Fields fields = Fields.of(schema, Map.of("name", "张三", "mobile", "13800000000", "工号", "007", "车牌", "京A"));
		Placements top = new Placements(List.of(Placement.in("=1")), "=1");
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, "a", null, null,
				new Member("a", "a", null, fields, top, null), Message.of("test"));
	}

}
