package com.dingshu.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.dingshu.tenancy.DomainEvent;
import com.dingshu.tenancy.Requires;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.TenantId;
import org.hibernate.envers.AuditReaderFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The rules of the house that a machine can check. Each is proved to bite by a class in {@code archproof}. */
final class HouseRules {

    /** Doors of the platform itself, asked before anybody is signed in or for no single tenant, and one's own account. */
    private static final Set<String> OPEN_DOORS = Set.of(
            "com.dingshu.tenancy.Tenants",
            "com.dingshu.tenancy.ShopDirectory",
            "com.dingshu.identity.SignIn",
            "com.dingshu.identity.OwnAccount");

    /** The trace of acts is written by whoever acts. */
    private static final Set<String> OPEN_METHODS = Set.of("record", "recordManual", "recordOverride");

    static final ArchRule ENTITIES_ARE_PRIVATE_TO_THEIR_MODULE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate()
            .because("only doors and their records are public");

    static final ArchRule ENTITIES_BELONG_TO_A_TENANT =
            classes().that().areAnnotatedWith(Entity.class).should(haveATenant());

    static final ArchRule SCREENS_AND_ADAPTERS_ARE_PRIVATE = classes()
            .that()
            .resideInAnyPackage("com.dingshu.*..ui..", "com.dingshu.*..web..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate()
            .orShould()
            .haveSimpleNameEndingWith("Navigation")
            .orShould()
            .haveSimpleNameEndingWith("Panel")
            .because("other modules meet a screen through its navigation entry or panel only");

    static final ArchRule VAADIN_STAYS_IN_THE_SCREENS = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "com.dingshu.uikit..", "com.dingshu.shell..", "com.dingshu")
            .should()
            .dependOnClassesThat(resideInAPackage("com.vaadin..")
                    .and(DescribedPredicate.not(resideInAPackage("com.vaadin.flow.spring.security..")))
                    .and(DescribedPredicate.not(resideInAPackage("com.vaadin.flow.server.auth.."))));

    static final ArchRule NO_COMMERCIAL_COMPONENT = noClasses()
            .should()
            .dependOnClassesThat(are(resideInAPackage("com.vaadin.flow.component..")
                    .and(nameMatching(
                            ".*\\.(charts|board|dashboard|crud|gridpro|map|richtexteditor|spreadsheet)\\..*"))));

    static final ArchRule STRIPE_STAYS_IN_ITS_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackage("..stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses().should(callNowWithoutAClock());

    static final ArchRule SQL_STAYS_IN_GATEWAYS = noClasses()
            .that()
            .haveNameNotMatching(".*Gateway(\\$.*)?")
            .and()
            .resideOutsideOfPackage("com.dingshu.tenancy")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JdbcClient.class, JdbcOperations.class, NamedParameterJdbcOperations.class)
            .orShould()
            .callMethodWhere(new DescribedPredicate<>("native SQL is written") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getName().startsWith("createNative");
                }
            });

    static final ArchRule HISTORY_IS_READ_IN_AUDIT_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("com.dingshu.audit")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(AuditReaderFactory.class, org.hibernate.envers.AuditReader.class);

    static final ArchRule EVENTS_START_WITH_THE_TENANT = classes()
            .that()
            .implement(DomainEvent.class)
            .should(new ArchCondition<>("be records that start with the tenant") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Class<?> event = type.reflect();
                    boolean good = event.isRecord()
                            && event.getRecordComponents()[0].getName().equals("tenantId");
                    events.add(new SimpleConditionEvent(type, good, type.getName() + " starts with the tenant"));
                }
            });

    static final ArchRule DOORS_ASK_FOR_A_PERMISSION = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(new DescribedPredicate<>("are doors") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isAnnotatedWith(Service.class)
                            && type.getModifiers().contains(JavaModifier.PUBLIC)
                            && !OPEN_DOORS.contains(type.getName());
                }
            })
            .should(new ArchCondition<>("name the permission they require") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean good = method.isAnnotatedWith(Requires.class)
                            || method.isMetaAnnotatedWith(Requires.class)
                            || method.getModifiers().contains(JavaModifier.STATIC)
                            || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                            || OPEN_METHODS.contains(method.getName());
                    events.add(new SimpleConditionEvent(method, good, method.getFullName() + " has no @Requires"));
                }
            });

    static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that()
            .areStatic()
            .and(new DescribedPredicate<JavaField>("are written by people") {
                @Override
                public boolean test(JavaField field) {
                    return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                }
            })
            .should()
            .beFinal();

    static final ArchRule CASE_CHANGES_NAME_THE_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    static final List<ArchRule> ALL = List.of(
            ENTITIES_ARE_PRIVATE_TO_THEIR_MODULE,
            ENTITIES_BELONG_TO_A_TENANT,
            SCREENS_AND_ADAPTERS_ARE_PRIVATE,
            VAADIN_STAYS_IN_THE_SCREENS,
            NO_COMMERCIAL_COMPONENT,
            STRIPE_STAYS_IN_ITS_ADAPTER,
            TIME_COMES_FROM_THE_CLOCK,
            SQL_STAYS_IN_GATEWAYS,
            HISTORY_IS_READ_IN_AUDIT_ONLY,
            EVENTS_START_WITH_THE_TENANT,
            DOORS_ASK_FOR_A_PERMISSION,
            NO_FIELD_INJECTION,
            NO_STATIC_MUTABLE_STATE,
            CASE_CHANGES_NAME_THE_LOCALE);

    private HouseRules() {}

    private static ArchCondition<JavaClass> haveATenant() {
        return new ArchCondition<>("have a tenant column") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean good = type.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(TenantId.class));
                events.add(new SimpleConditionEvent(type, good, type.getName() + " has a @TenantId"));
            }
        };
    }

    private static ArchCondition<JavaClass> callNowWithoutAClock() {
        return new ArchCondition<>("ask the system for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(HouseRules::asksTheSystem)
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    private static boolean asksTheSystem(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean now = call.getName().equals("now")
                && owner.startsWith("java.time.")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
        return now || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }
}
