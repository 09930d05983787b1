package dev.tauriboot.boot.autoconfigure.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PlatformDirectories;
import dev.tauriboot.plugin.singleinstance.SecondInstanceEvent;
import dev.tauriboot.plugin.singleinstance.SingleInstance;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Claims to be the one process of the application as soon as the configuration is read.
 * Another process is told and this one ends, before it has made a single bean.
 */
class SingleInstanceListener implements ApplicationListener<SpringApplicationEvent>, Ordered {

	static final String BEAN_NAME = "tauriSingleInstance";

	private static final String PREFIX = "tauri.plugins.single-instance.";

	private static final boolean PRESENT = ClassUtils.isPresent("dev.tauriboot.plugin.singleinstance.SingleInstance",
			SingleInstanceListener.class.getClassLoader());

	@Override
	public int getOrder() {
		// After the files of the configuration and the logging.
		return Ordered.HIGHEST_PRECEDENCE + 30;
	}

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (!PRESENT) {
			return;
		}
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			Environment environment = prepared.getEnvironment();
			if (environment.getProperty(PREFIX + "enabled", Boolean.class, false)
					&& !environment.getProperty("spring.aot.processing", Boolean.class, false)) {
				Claim.make(environment, prepared.getBootstrapContext(), event.getArgs());
			}
		}
		else if (event instanceof ApplicationFailedEvent failed) {
			Claim.release(failed);
		}
	}

	/**
	 * Loaded where the plugin is there only.
	 */
	private static final class Claim {

		private static final Log logger = LogFactory.getLog(SingleInstanceListener.class);

		private Claim() {
		}

		static void make(Environment environment, ConfigurableBootstrapContext bootstrap, String[] arguments) {
			SingleInstance instance = null;
			try {
				instance = SingleInstance.claim(directories(environment), start(arguments),
						environment.getProperty(PREFIX + "max-waiting", Integer.class, 100));
				if (instance == null) {
					logger.info("The application runs already and was told of this start");
					System.exit(0);
				}
			}
			catch (IllegalStateException ex) {
				// A second context of one process, such as that of a test.
				logger.debug("This process is the one already", ex);
			}
			catch (IOException ex) {
				logger.error("The application could not make sure that it is the only one", ex);
				System.exit(1);
			}
			if (instance != null) {
				SingleInstance claimed = instance;
				bootstrap.addCloseListener((
						event) -> event.getApplicationContext().getBeanFactory().registerSingleton(BEAN_NAME, claimed));
			}
		}

		private static SecondInstanceEvent start(String[] arguments) {
			List<String> words = new ArrayList<>();
			String image = System.getProperty("jpackage.app-path");
			words.add(StringUtils.hasText(image) ? image : ProcessHandle.current().info().command().orElse("java"));
			words.addAll(List.of(arguments));
			return new SecondInstanceEvent(words, Path.of("").toAbsolutePath().toString());
		}

		private static List<Path> directories(Environment environment) {
			String identifier = environment.getProperty("tauri.identifier", "dev.tauriboot.app");
			PlatformDirectories directories = new PlatformDirectories(identifier,
					PlatformDirectories.Environment.ofSystem(new ApplicationHome().getDir().toPath()));
			List<Path> candidates = new ArrayList<>();
			Path runtime = directories.resolve(BaseDirectory.RUNTIME);
			if (runtime != null) {
				candidates.add(runtime.resolve(identifier + ".instance"));
			}
			Path data = directories.resolve(BaseDirectory.APPLOCALDATA);
			if (data != null) {
				candidates.add(data.resolve(".instance"));
			}
			// Where names are too long for a socket.
			candidates.add(Path.of(System.getProperty("java.io.tmpdir"),
					"tauri-%08x".formatted((System.getProperty("user.name") + '/' + identifier).hashCode())));
			return candidates;
		}

		static void release(ApplicationFailedEvent failed) {
			if (failed.getApplicationContext() != null && failed.getApplicationContext()
				.getBeanFactory()
				.getSingleton(BEAN_NAME) instanceof SingleInstance instance) {
				instance.close();
			}
		}

	}

}
