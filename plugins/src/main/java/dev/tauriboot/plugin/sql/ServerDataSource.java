package dev.tauriboot.plugin.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Connections to a server. One that accepts connections and says nothing would otherwise
 * be waited for without end.
 */
final class ServerDataSource extends SimpleDriverDataSource {

	ServerDataSource(ConnectionUrl url, Duration patience) {
		super((Driver) BeanUtils
			.instantiateClass(ClassUtils.resolveClassName(url.driver(), ServerDataSource.class.getClassLoader())),
				url.jdbcUrl(), properties(url, patience));
	}

	private static Properties properties(ConnectionUrl url, Duration patience) {
		long limit = (url.dialect() == Dialect.POSTGRES) ? Math.max(1, patience.toSeconds()) : patience.toMillis();
		Properties properties = new Properties();
		properties.setProperty("connectTimeout", Long.toString(limit));
		properties.setProperty("socketTimeout", Long.toString(limit));
		properties.putAll(url.properties());
		if (url.user() != null) {
			properties.setProperty("user", url.user());
		}
		if (url.password() != null) {
			properties.setProperty("password", url.password());
		}
		return properties;
	}

	@Override
	protected Connection getConnectionFromDriver(Properties props) throws SQLException {
		Connection connection = super.getConnectionFromDriver(props);
		// Statements may take their time.
		connection.setNetworkTimeout(Runnable::run, 0);
		return connection;
	}

}
