package dev.tauriboot.test;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application whose slices the tests of this package take.
 */
@SpringBootApplication
class TestApplication {

}
