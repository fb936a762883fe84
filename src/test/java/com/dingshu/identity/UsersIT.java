package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.audit.Change;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestDatabase;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class UsersIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private Users users;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @Test
    void keepsLoginsUniqueWithinAMerchantOnly() {
        var ours = people.hireAs(merchant, "anna", "owner");
        var theirs = people.hireAs(merchants.open(), "anna", "owner");
        assertThat(ours.id()).isNotEqualTo(theirs.id());
        assertThat(create("ＡＮＮＡ ", People.PASSWORD, "finance"))
                .isEqualTo(new UserResult.Refused(UserRefusal.LOGIN_TAKEN));
    }

    @Test
    void showsNobodyOfAnotherMerchant() {
        var theirs = people.hire(merchants.open(), "owner");
        people.hireAs(merchant, "anna", "owner");
        assertThat(merchant.call(() -> users.list()))
                .extracting(UserInfo::login)
                .containsExactly("anna");
        assertThatThrownBy(() -> merchant.call(() -> users.byId(theirs.id())))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> merchant.call(() -> users.suspend(theirs.id())))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(merchant.call(() -> users.history(theirs.id()))).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused(create("x", People.PASSWORD, "owner"), UserRefusal.LOGIN_MALFORMED);
        assertRefused(create("a b", People.PASSWORD, "owner"), UserRefusal.LOGIN_MALFORMED);
        assertRefused(create("anna", People.PASSWORD), UserRefusal.ROLE_MISSING);
        assertRefused(create("anna", People.PASSWORD, "king"), UserRefusal.ROLE_UNKNOWN);
        assertRefused(create("anna", "short", "owner"), UserRefusal.PASSWORD_SHORT);
        assertRefused(create("anna", "x".repeat(129), "owner"), UserRefusal.PASSWORD_LONG);
        assertRefused(create("anna", "Qwertyuiop", "owner"), UserRefusal.PASSWORD_COMMON);
        assertRefused(create("anna-lindqvist", "anna-lindqvist", "owner"), UserRefusal.PASSWORD_COMMON);
    }

    @Test
    void leavesAMerchantWithAnActiveOwner() {
        var owner = people.hire(merchant, "owner");
        assertRefused(merchant.call(() -> users.suspend(owner.id())), UserRefusal.LAST_OWNER);
        assertRefused(merchant.call(() -> users.changeRoles(owner.id(), Set.of("finance"))), UserRefusal.LAST_OWNER);
        var second = people.hire(merchant, "owner", "finance");
        assertSaved(merchant.call(() -> users.suspend(second.id())));
        assertRefused(merchant.call(() -> users.suspend(owner.id())), UserRefusal.LAST_OWNER);
        assertSaved(merchant.call(() -> users.reinstate(second.id())));
        assertSaved(merchant.call(() -> users.changeRoles(owner.id(), Set.of("finance"))));
    }

    @Test
    void letsTwoOwnersNotSuspendEachOtherAtOnce() throws Exception {
        var one = people.hire(merchant, "owner");
        var other = people.hire(merchant, "owner");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<UserResult> first = () -> merchant.call(() -> users.suspend(one.id()));
            Callable<UserResult> second = () -> merchant.call(() -> users.suspend(other.id()));
            for (var done : threads.invokeAll(java.util.List.of(first, second))) {
                done.get();
            }
        }
        assertThat(merchant.call(() -> users.list()))
                .filteredOn(UserInfo::active)
                .hasSize(1);
    }

    @Test
    void keepsAHistoryWithoutPasswords() {
        people.hire(merchant, "owner");
        var user = people.hire(merchant, "support-agent");
        merchant.call(() -> users.changeRoles(user.id(), Set.of("support-supervisor")));
        merchant.call(() -> users.resetPassword(user.id(), "quite-another-52"));
        merchant.call(() -> users.suspend(user.id()));
        var history = merchant.call(() -> users.history(user.id()));
        assertThat(history).hasSize(4);
        assertThat(history.get(1).fields())
                .containsExactly(new Change.FieldChange("roles", "support-agent", "support-supervisor"));
        assertThat(history.get(2).fields())
                .extracting(Change.FieldChange::field)
                .containsExactly("passwordChangedAt");
        assertThat(history.get(3).fields()).containsExactly(new Change.FieldChange("status", "ACTIVE", "SUSPENDED"));
    }

    @Test
    void storesPasswordsAsArgon2idOnly() throws SQLException {
        var user = people.hire(merchant, "owner");
        try (var database = TestDatabase.connect();
                var query = database.prepareStatement(
                        "select password_hash from app_user where tenant_id = ? and login = ?")) {
            query.setInt(1, merchant.id());
            query.setString(2, user.login());
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1))
                    .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                    .doesNotContain(People.PASSWORD);
        }
    }

    @Test
    void isForOwnersOnly() {
        var operations = new Actor(Actor.Kind.USER, null, "运营", new Roles().permissionsOf(Set.of("operations")), null);
        assertThatThrownBy(() -> merchant.call(operations, () -> users.list())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void keepsPasswordsOutOfTexts() {
        assertThat(new CreateUser("anna", "Anna", Set.of("owner"), "secret-9321", null).toString())
                .doesNotContain("secret");
        assertThat(new SignInAttempt("m", "anna", "secret-9321", "::1", "").toString())
                .doesNotContain("secret");
    }

    private UserResult create(String login, String password, String... roles) {
        return merchant.call(() -> users.create(new CreateUser(login, "安娜", Set.of(roles), password, null)));
    }

    private static void assertRefused(UserResult result, UserRefusal why) {
        assertThat(result).isEqualTo(new UserResult.Refused(why));
    }

    private static void assertSaved(UserResult result) {
        assertThat(result).isInstanceOf(UserResult.Saved.class);
    }
}
