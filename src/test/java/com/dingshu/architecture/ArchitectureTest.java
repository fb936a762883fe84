package com.dingshu.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.DingshuApplication;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.dingshu");

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("com.dingshu.archproof");

    @Test
    void modulesCallDownOnly() {
        ApplicationModules.of(DingshuApplication.class).verify();
    }

    @Test
    void aModuleThatCallsUpIsRejected() {
        var modules = ApplicationModules.of("com.dingshu.archproof.modules", new ImportOption.OnlyIncludeTests());
        assertThat(modules).hasSize(2);
        assertThatThrownBy(modules::verify).isInstanceOf(Violations.class).hasMessageContaining("CallsUp");
    }

    @TestFactory
    Stream<DynamicTest> theProductKeeps() {
        return HouseRules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> rule.allowEmptyShould(true).check(PRODUCT)));
    }

    /** A rule that no class can break protects nothing: each must reject the class written to break it. */
    @TestFactory
    Stream<DynamicTest> eachRuleBites() {
        return Proofs.BY_RULE.entrySet().stream()
                .map(proof -> DynamicTest.dynamicTest(proof.getValue().getSimpleName(), () -> assertBites(proof)));
    }

    @Test
    void everyRuleHasAProof() {
        assertThat(Proofs.BY_RULE.keySet()).containsExactlyInAnyOrderElementsOf(HouseRules.ALL);
    }

    private static void assertBites(Map.Entry<ArchRule, Class<?>> proof) {
        var result = proof.getKey().evaluate(VIOLATIONS);
        assertThat(result.getFailureReport().getDetails())
                .as(proof.getKey().getDescription())
                .anyMatch(detail -> detail.contains(proof.getValue().getSimpleName()));
    }
}
