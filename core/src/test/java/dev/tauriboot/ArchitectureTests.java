package dev.tauriboot;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The directions in which core may depend.
 */
@AnalyzeClasses(packages = "dev.tauriboot", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule coreKnowsNeitherSpringBootNorJavaFx = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "javafx..", "com.sun.javafx..");

	@ArchTest
	static final ArchRule coreKnowsNoModuleAboveIt = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.tauriboot.javafx..", "dev.tauriboot.boot..", "dev.tauriboot.test..");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.tauriboot.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule coreUsesJacksonThreeOnly = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

}
