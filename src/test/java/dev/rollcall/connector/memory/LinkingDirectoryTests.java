package dev.rollcall.connector.memory;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Schema;

/** The same of the fake whose members need no userid. */
class LinkingDirectoryTests extends DirectoryContractTests {

	@Override
	protected Target open() {
		return MemoryDirectory.linking("contract", Schema.of("name", "position", "mobile", "email", "enabled"));
	}

	@Override
	protected boolean links() {
		return true;
	}

}
