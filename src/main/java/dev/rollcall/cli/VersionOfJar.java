package dev.rollcall.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionOfJar implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = getClass().getPackage().getImplementationVersion();
		return new String[] { "rollcall " + ((version != null) ? version : "(not packaged)") };
	}

}
