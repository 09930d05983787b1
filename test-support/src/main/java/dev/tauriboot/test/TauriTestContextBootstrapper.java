package dev.tauriboot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Starts the contexts of {@link TauriTest}.
 */
final class TauriTestContextBootstrapper extends TestSliceTestContextBootstrapper<TauriTest> {

}
