package dev.rollcall.restart;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.logging.Logger;

import org.hsqldb.jdbc.JDBCDriver;

/** HSQLDB's driver, which tells of each write and each commit just before it happens. */
final class WatchedDriver implements Driver {

	private final Driver driver = new JDBCDriver();

	private final Consumer<String> watcher;

	WatchedDriver(Consumer<String> watcher) {
		this.watcher = watcher;
	}

	@Override
	public Connection connect(String url, Properties properties) throws SQLException {
		Connection connection = this.driver.connect(url, properties);
		// A directory of the operator's is at a server, the program's own database in
		// files.
		return (connection != null) ? watched(Connection.class, connection, url.contains(":hsql:") ? " outside" : "")
				: null;
	}

	@Override
	public boolean acceptsURL(String url) throws SQLException {
		return this.driver.acceptsURL(url);
	}

	@Override
	public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
		return this.driver.getPropertyInfo(url, properties);
	}

	@Override
	public int getMajorVersion() {
		return this.driver.getMajorVersion();
	}

	@Override
	public int getMinorVersion() {
		return this.driver.getMinorVersion();
	}

	@Override
	public boolean jdbcCompliant() {
		return this.driver.jdbcCompliant();
	}

	@Override
	public Logger getParentLogger() {
		return Logger.getGlobal();
	}

	/**
	 * Stands for an object of JDBC.
	 * @param known the statement that was prepared, or of which database a connection is
	 */
	private <T> T watched(Class<T> type, T target, String known) {
		InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
			case "equals" -> proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> watch(target, method, arguments, known);
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private Object watch(Object target, Method method, Object[] arguments, String known) throws Throwable {
		String sql = (arguments != null && arguments.length > 0 && arguments[0] instanceof String given) ? given
				: known;
		if (method.getName().equals("commit")) {
			this.watcher.accept("COMMIT" + known);
		}
		else if (method.getName().startsWith("execute") && isWrite(sql)) {
			this.watcher.accept(sql);
		}
		try {
			Object result = method.invoke(target, arguments);
			return (target instanceof Connection) ? watchedStatement(result, sql) : result;
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private Object watchedStatement(Object result, String sql) {
		if (result instanceof CallableStatement call) {
			return watched(CallableStatement.class, call, sql);
		}
		if (result instanceof PreparedStatement prepared) {
			return watched(PreparedStatement.class, prepared, sql);
		}
		return (result instanceof Statement statement) ? watched(Statement.class, statement, "") : result;
	}

	private static boolean isWrite(String sql) {
		String verb = sql.strip().toUpperCase(Locale.ROOT);
		return !verb.startsWith("SELECT") && !verb.startsWith("CALL");
	}

}
