package dev.tauriboot.plugin.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections of the user that an H2 database begins with.
 */
final class AdminDataSource extends AbstractDataSource {

	private final String url;

	AdminDataSource(String url) {
		this.url = url;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return getConnection("SA", "");
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return DriverManager.getConnection(this.url, username, password);
	}

}
