package dev.rollcall.connector.tencentcam.write;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How CAM is written.
 *
 * @param consoleLogin whether created sub-users may log in to the console, with a
 * password that CAM makes up
 * @param useApi whether created sub-users get an access key
 * @param credentialsFile where passwords and keys of created sub-users are written, null
 * for nowhere
 * @param managedGroups the names of those groups that the job manages: no others are
 * touched
 */
public record Manner(boolean consoleLogin, boolean useApi, @Nullable Path credentialsFile, List<String> managedGroups) {

	public Manner {
		managedGroups = List.copyOf(managedGroups);
	}

}
