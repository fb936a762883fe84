package com.dingshu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which class is written to break which rule. They are package-private, hence found by name. */
final class Proofs {

    static final Map<ArchRule, Class<?>> BY_RULE = byRule();

    private Proofs() {}

    private static Map<ArchRule, Class<?>> byRule() {
        Map<ArchRule, Class<?>> proofs = new LinkedHashMap<>();
        proofs.put(HouseRules.ENTITIES_ARE_PRIVATE_TO_THEIR_MODULE, breaker("PublicEntity"));
        proofs.put(HouseRules.ENTITIES_BELONG_TO_A_TENANT, breaker("EntityWithoutTenant"));
        proofs.put(HouseRules.SCREENS_AND_ADAPTERS_ARE_PRIVATE, breaker("ui.PublicView"));
        proofs.put(HouseRules.VAADIN_STAYS_IN_THE_SCREENS, breaker("VaadinInTheDomain"));
        proofs.put(HouseRules.NO_COMMERCIAL_COMPONENT, breaker("CommercialComponent"));
        proofs.put(HouseRules.STRIPE_STAYS_IN_ITS_ADAPTER, breaker("StripeEverywhere"));
        proofs.put(HouseRules.TIME_COMES_FROM_THE_CLOCK, breaker("TimeFromTheSystem"));
        proofs.put(HouseRules.SQL_STAYS_IN_GATEWAYS, breaker("SqlAnywhere"));
        proofs.put(HouseRules.HISTORY_IS_READ_IN_AUDIT_ONLY, breaker("HistoryReadElsewhere"));
        proofs.put(HouseRules.EVENTS_START_WITH_THE_TENANT, breaker("EventWithoutTenantFirst"));
        proofs.put(HouseRules.DOORS_ASK_FOR_A_PERMISSION, breaker("DoorWithoutPermission"));
        proofs.put(HouseRules.NO_FIELD_INJECTION, breaker("FieldInjected"));
        proofs.put(HouseRules.NO_STATIC_MUTABLE_STATE, breaker("StaticState"));
        proofs.put(HouseRules.CASE_CHANGES_NAME_THE_LOCALE, breaker("CaseWithoutLocale"));
        return proofs;
    }

    private static Class<?> breaker(String name) {
        JavaClass found = new ClassFileImporter()
                .importPackages("com.dingshu.archproof").stream()
                        .filter(type -> type.getName().endsWith("archproof." + name))
                        .findFirst()
                        .orElseThrow();
        return found.reflect();
    }
}
