package dev.rollcall;

import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The walls of the house, as the design draws them. */
@AnalyzeClasses(packages = "dev.rollcall", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] PURE = { "dev.rollcall.directory..", "dev.rollcall.compare..",
			"dev.rollcall.plan.." };

	@ArchTest
	static final ArchRule thePureRoomsKnowNothingOfTheWorld = classes().that()
		.resideInAnyPackage(PURE)
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("dev.rollcall.directory..", "dev.rollcall.compare..", "dev.rollcall.plan..", "java.lang..",
				"java.util..", "java.nio.charset..", "org.jspecify..");

	@ArchTest
	static final ArchRule theDirectoryKnowsNoOtherRoom = noClasses().that()
		.resideInAPackage("dev.rollcall.directory..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.rollcall.compare..", "dev.rollcall.plan..");

	@ArchTest
	static final ArchRule comparingKnowsNoPlans = noClasses().that()
		.resideInAPackage("dev.rollcall.compare..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.plan..");

	@ArchTest
	static final ArchRule whatConnectorsMustDoKnowsNoConnector = noClasses().that()
		.resideInAPackage("dev.rollcall.connector")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.rollcall.connector.*..", "dev.rollcall.staging..", "dev.rollcall.definition..",
				"dev.rollcall.job..", "dev.rollcall.report..", "dev.rollcall.cli..");

	@ArchTest
	static final ArchRule whatConnectorsShareKnowsNone = noClasses().that()
		.resideInAPackage("dev.rollcall.connector.remote..")
		.should()
		.dependOnClassesThat(resideInAPackage("dev.rollcall.connector.*..")
			.and(not(resideInAPackage("dev.rollcall.connector.remote.."))));

	@ArchTest
	static final ArchRule oneConnectorNeverSeesAnother = slices().assignedFrom(new EachConnector())
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule nobodyNamesTheTypesOfAConnector = noClasses().that()
		.resideOutsideOfPackage("dev.rollcall.connector.*..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.connector.*..");

	@ArchTest
	static final ArchRule connectorsKnowNoRunsAndNoCommands = noClasses().that()
		.resideInAPackage("dev.rollcall.connector..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.rollcall.staging..", "dev.rollcall.definition..", "dev.rollcall.job..",
				"dev.rollcall.report..", "dev.rollcall.cli..");

	@ArchTest
	static final ArchRule stagingStoresPlansAndKnowsNothingAboveThem = noClasses().that()
		.resideInAPackage("dev.rollcall.staging..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.rollcall.connector..", "dev.rollcall.definition..", "dev.rollcall.job..",
				"dev.rollcall.report..", "dev.rollcall.cli..");

	@ArchTest
	static final ArchRule nobodyKnowsTheCommands = noClasses().that()
		.resideOutsideOfPackage("dev.rollcall.cli..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.cli..");

	@ArchTest
	static final ArchRule onlyTheCommandsStartLookalikes = noClasses().that()
		.resideOutsideOfPackages("dev.rollcall.sandbox..", "dev.rollcall.cli..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.sandbox..");

	/**
	 * Two readings of a vendor's pages check each other only when neither has seen the
	 * other.
	 */
	@ArchTest
	static final ArchRule lookalikesKnowWhatADirectoryIsAndNothingElseOfTheHouse = noClasses().that()
		.resideInAPackage("dev.rollcall.sandbox..")
		.should()
		.dependOnClassesThat(resideInAPackage("dev.rollcall..")
			.and(not(resideInAnyPackage("dev.rollcall.sandbox..", "dev.rollcall.directory.."))));

	@ArchTest
	static final ArchRule whatLookalikesShareKnowsNoVendor = noClasses().that()
		.resideInAPackage("dev.rollcall.sandbox")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.sandbox.*..");

	@ArchTest
	static final ArchRule oneLookalikeNeverSeesAnother = noClasses().that()
		.resideInAnyPackage("dev.rollcall.sandbox.authing..", "dev.rollcall.sandbox.cam..",
				"dev.rollcall.sandbox.people..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.sandbox.wecom..");

	@ArchTest
	static final ArchRule camsLookalikeIsSeenByNoOther = noClasses().that()
		.resideInAnyPackage("dev.rollcall.sandbox.authing..", "dev.rollcall.sandbox.wecom..",
				"dev.rollcall.sandbox.people..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.sandbox.cam..");

	@ArchTest
	static final ArchRule wecomsLookalikeNeverSeesAuthings = noClasses().that()
		.resideInAnyPackage("dev.rollcall.sandbox.cam..", "dev.rollcall.sandbox.wecom..",
				"dev.rollcall.sandbox.people..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.sandbox.authing..");

	@ArchTest
	static final ArchRule noRoomsOfALookalikeInCircles = slices().matching("dev.rollcall.sandbox.(*.*)..")
		.should()
		.beFreeOfCycles();

	/** Of all below them, commands know what jobs and reports hand out. */
	@ArchTest
	static final ArchRule theCommandsUseJobsAndReports = noClasses().that()
		.resideInAPackage("dev.rollcall.cli..")
		.should()
		.dependOnClassesThat(resideInAnyPackage("dev.rollcall.compare..", "dev.rollcall.plan..",
				"dev.rollcall.connector..", "dev.rollcall.definition..", "dev.rollcall.staging..")
			.and(not(belongToAnyOf(Run.class, RunState.class, CheckResult.class))));

	@ArchTest
	static final ArchRule onlyTheCommandsKnowTheJobs = noClasses().that()
		.resideOutsideOfPackages("dev.rollcall.job..", "dev.rollcall.cli..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.job..");

	@ArchTest
	static final ArchRule springBatchStaysInTheJob = only("dev.rollcall.job..", "org.springframework.batch..");

	@ArchTest
	static final ArchRule poiStaysInTheExcelConnector = only("dev.rollcall.connector.excel..", "org.apache.poi..");

	/**
	 * From bytes to people: what each room of the Excel connector may know of the others.
	 */
	@ArchTest
	static final ArchRule theExcelConnectorKnowsNothingOfContactsWhereItReadsFiles = rooms(
			"dev.rollcall.connector.excel",
			Map.of("message", "", "text", "message", "xml", "message text", "workbook", "message text", "xlsx",
					"message text xml workbook", "xls", "message text workbook", "csv", "message text workbook",
					"values", "message text workbook", "contacts", "message text workbook values"));

	/** What the import makes of members does not depend on what CAM answers. */
	@ArchTest
	static final ArchRule theRulesOfCamsImportKnowNoCalls = rooms("dev.rollcall.connector.tencentcam",
			Map.of("api", "", "client", "api", "fields", "api", "rules", "fields", "read", "api client fields", "write",
					"api client fields"));

	@ArchTest
	static final ArchRule noRoomsOfAConnectorInCircles = slices().matching("dev.rollcall.connector.(*.*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule noticesKnowNothingOfWhatTheyTell = noClasses().that()
		.resideInAPackage("dev.rollcall.notice..")
		.should()
		.dependOnClassesThat(resideInAPackage("dev.rollcall..")
			.and(not(resideInAnyPackage("dev.rollcall.notice..", "dev.rollcall.directory.."))));

	@ArchTest
	static final ArchRule jobsTellThroughNotices = noClasses().that()
		.resideOutsideOfPackages("dev.rollcall.notice..", "dev.rollcall.definition..", "dev.rollcall.job..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.rollcall.notice..");

	@ArchTest
	static final ArchRule mailStaysInNotices = noClasses().that()
		.resideOutsideOfPackage("dev.rollcall.notice..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.mail..", "jakarta.mail..");

	@ArchTest
	static final ArchRule connectorsAndNoticesAloneCallOthers = noClasses().that()
		.resideOutsideOfPackages("dev.rollcall.connector.*..", "dev.rollcall.notice..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.springframework.web..");

	@ArchTest
	static final ArchRule dataSourcesStayWhereTablesAre = noClasses().that()
		.resideOutsideOfPackages("dev.rollcall.connector.jdbc..", "dev.rollcall.staging..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("javax.sql..", "java.sql..");

	@ArchTest
	static final ArchRule noPackagesInCircles = slices().matching("dev.rollcall.(*)..").should().beFreeOfCycles();

	/** Each room below a package knows only those that are listed beside it. */
	private static ArchRule rooms(String above, Map<String, String> known) {
		LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(above + "..")
			.layer("above")
			.definedBy(above);
		for (String room : known.keySet()) {
			rooms = rooms.layer(room).definedBy(above + "." + room + "..");
		}
		for (Map.Entry<String, String> room : known.entrySet()) {
			rooms = room.getValue().isEmpty() ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
					: rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(room.getValue().split(" "));
		}
		return rooms.ensureAllClassesAreContainedInArchitectureIgnoring(not(resideInAPackage(above + "..")));
	}

	private static ArchRule only(String room, String library) {
		return noClasses().that().resideOutsideOfPackage(room).should().dependOnClassesThat().resideInAPackage(library);
	}

	/** One slice for each folder below {@code connector} but that of what they share. */
	private static final class EachConnector implements SliceAssignment {

		private static final String ROOT = "dev.rollcall.connector.";

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			String name = type.getPackageName();
			return name.startsWith(ROOT) && !name.startsWith(ROOT + "remote")
					? SliceIdentifier.of(name.substring(ROOT.length()).split("\\.")[0]) : SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "each connector";
		}

	}

}
