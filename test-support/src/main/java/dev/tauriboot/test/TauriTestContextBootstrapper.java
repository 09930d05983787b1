package dev.tauriboot.test;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.util.StringUtils;

/**
 * Starts the contexts of {@link TauriTest}.
 */
final class TauriTestContextBootstrapper extends TestSliceTestContextBootstrapper<TauriTest> {

	// The application's capabilities name commands that the slice may have left out.
	@Override
	protected String @Nullable [] getProperties(Class<?> testClass) {
		return StringUtils.addStringToArray(super.getProperties(testClass), "tauri.test.partial=true");
	}

}
