package dev.tauriboot.demo.notes;

import java.nio.file.Path;
import java.util.UUID;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * The back end of the application without windows.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotesProperties.class)
@ComponentScan(basePackages = "dev.tauriboot.demo", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = ".*\\.(NoteStore|SearchIndex|FolderImport)"))
public class NotesTestConfiguration {

	/**
	 * Make a runner.
	 * @param folder the folder of notes
	 * @return a runner with a database of its own
	 */
	public static ApplicationContextRunner runner(Path folder) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceInitializationAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
					JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class))
			.withPropertyValues("notes.folder=" + folder, "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID())
			.withUserConfiguration(NotesTestConfiguration.class);
	}

}
