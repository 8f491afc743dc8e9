package dev.rollcall.restart;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

import dev.rollcall.cli.Rollcall;
import org.hsqldb.jdbc.JDBCDriver;

/** The program as it is, watched at every write so that it can be killed there. */
public final class Killed {

	private Killed() {
	}

	public static void main(String[] arguments) throws SQLException {
		Driver watched = new WatchedDriver(Tripwire.ofProperties());
		// HSQLDB's own has registered itself, and the first one that takes a URL gets it.
		DriverManager.deregisterDriver(JDBCDriver.driverInstance);
		DriverManager.registerDriver(watched);
		Rollcall.main(arguments);
	}

}
