package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.tenancy.Permission;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final String OWNER = """
            roles:
              owner:
                name: {zh: 老板, en: Owner}
                about: {zh: 一切, en: All}
                permissions: [users.manage%s]
            """;

    @Test
    void knowsTheTwelvePresetRoles() {
        assertThat(new Roles().all())
                .extracting(Role::id)
                .containsExactly(
                        "owner",
                        "operations",
                        "support-agent",
                        "support-supervisor",
                        "public-relations",
                        "store-manager",
                        "warehouse-worker",
                        "warehouse-lead",
                        "purchasing",
                        "finance",
                        "integrator",
                        "field-agent");
    }

    @Test
    void namesRolesInBothLanguages() {
        var finance = new Roles().byId("finance").orElseThrow();
        assertThat(finance.name().in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("财务");
        assertThat(finance.name().in(Locale.ENGLISH)).isEqualTo("Finance");
    }

    @Test
    void letsSupportAgentsTouchContactDataAndNotesOnly() {
        assertThat(new Roles().permissionsOf(Set.of("support-agent")))
                .contains(Permission.ORDERS_EDIT_CONTACT, Permission.ORDERS_NOTE)
                .doesNotContain(
                        Permission.ORDERS_VOID,
                        Permission.ORDERS_CANCEL,
                        Permission.ORDERS_REVIEW,
                        Permission.ORDERS_CREATE,
                        Permission.STOCK_ADJUST,
                        Permission.CATALOG_EDIT);
    }

    @Test
    void lowersWarehouseWorkersToTheirThreeActions() {
        assertThat(new Roles().permissionsOf(Set.of("warehouse-worker")))
                .containsExactlyInAnyOrder(
                        Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND);
    }

    @Test
    void addsUpTheRolesOfOnePerson() {
        var roles = new Roles();
        assertThat(roles.permissionsOf(Set.of("warehouse-worker", "finance")))
                .contains(Permission.FULFILMENT_PICK, Permission.PAYMENTS_VIEW);
        assertThat(roles.permissionsOf(Set.of("no-such-role"))).isEmpty();
    }

    @Test
    void refusesAPermissionThatDoesNotExist() {
        assertThatThrownBy(() -> Roles.read(OWNER.formatted(", orders.viev")))
                .isInstanceOf(Roles.BadRoles.class)
                .hasMessageContaining("'owner'")
                .hasMessageContaining("'orders.viev'")
                .hasMessageContaining("orders.view");
    }

    @Test
    void refusesToGiveAPersonWhatBelongsToTheProduct() {
        assertThatThrownBy(() -> Roles.read(OWNER.formatted(", facts.record"))).hasMessageContaining("'facts.record'");
    }

    @Test
    void refusesATableWithoutAnOwner() {
        assertThatThrownBy(() -> Roles.read("roles: {}")).hasMessageContaining("owner");
        assertThatThrownBy(() -> Roles.read("rolls: {}")).isInstanceOf(Roles.BadRoles.class);
    }
}
