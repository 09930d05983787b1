package dev.tauriboot.boot.autoconfigure;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Checks that auto-configuration gives way to beans of the application.
 */
public final class OwnBean {

	private OwnBean() {
	}

	public static <T> void replaces(ApplicationContextRunner runner, Class<T> type) {
		T own = mock(type);
		runner.withBean("own", type, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(type);
			assertThat(context.getBean(type)).isSameAs(own);
		});
	}

}
