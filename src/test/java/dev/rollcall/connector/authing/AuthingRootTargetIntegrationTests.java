package dev.rollcall.connector.authing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.directory.Department;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * Authing as a target, whose root node stands for the company. Its name, which nobody
 * knows, is 公司 here.
 */
class AuthingRootTargetIntegrationTests extends DirectoryContractTests {

	private final AuthingLookalike authing = AuthingLookalike.start(AuthingOptions.defaults().linked(true));

	@Override
	protected Target open() {
		AuthingSettings settings = AuthingSourceIntegrationTests.settings(this.authing, Map.of("ignore-root", true));
		try (AuthingClient client = new AuthingClient(settings.access(), Notices.NONE, Clock.systemUTC())) {
			client.defineCustomFields(
					List.of(new CustomField("USER", "position", "STRING", "职务", null, null, null, null, null)));
		}
		return named(new AuthingConnector().openTarget(settings, new Surroundings(Path.of(""), Clock.systemUTC())));
	}

	private static Target named(Target target) {
		return (Target) Proxy.newProxyInstance(Target.class.getClassLoader(), new Class<?>[] { Target.class },
				(proxy, method, arguments) -> {
					try {
						Object result = method.invoke(target, arguments);
						return (result instanceof PageReader reader) ? new NamedTop(reader) : result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	/** Pages in which the top has a name. */
	private record NamedTop(PageReader reader) implements PageReader {

		@Override
		public @Nullable Page next() {
			Page page = this.reader.next();
			return (page == null) ? null : new Page(page.departments().stream().map(NamedTop::named).toList(),
					page.members(), page.findings(), page.gaps(), page.cursor());
		}

		private static Department named(Department department) {
			return (department.parent() != null) ? department : new Department(department.ref(), null, department.id(),
					department.fields().with("name", "公司"), null);
		}

		@Override
		public void close() {
			this.reader.close();
		}

	}

	@AfterEach
	void end() {
		this.authing.close();
	}

	@Override
	protected boolean links() {
		return true;
	}

	@Override
	protected boolean hasOneTop() {
		return true;
	}

}
