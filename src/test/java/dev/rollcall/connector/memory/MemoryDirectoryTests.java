package dev.rollcall.connector.memory;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Schema;

/**
 * The fake keeps the contract, too: else tests would plan against something that is not.
 */
class MemoryDirectoryTests extends DirectoryContractTests {

	@Override
	protected Target open() {
		MemoryDirectory directory = MemoryDirectory.disabling("contract",
				Schema.of("name", "position", "mobile", "email", "enabled"));
		directory.pagesOf(1);
		return directory;
	}

}
