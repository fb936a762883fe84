package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.tenancy.Permission;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RoleCopiesIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private RoleCopies copies;

    @Autowired
    private Users users;

    @Autowired
    private SignIn signIn;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        people.hire(merchant, "owner");
    }

    @Test
    void startsAsThePresetRole() {
        var copy = copy("support-agent", "夜班客服");
        assertThat(copy.permissions()).isEqualTo(new Roles().permissionsOf(Set.of("support-agent")));
        assertThat(copy.id()).isEqualTo("support-agent-2");
        assertThat(copy("support-agent", "周末客服").id()).isEqualTo("support-agent-3");
    }

    @Test
    void givesItsHoldersWhatItMayDo() {
        var copy = copy("support-agent", "夜班客服");
        var night = people.hire(merchant, copy.id());
        var wider = new HashSet<>(copy.permissions());
        wider.add(Permission.ORDERS_HOLD);
        wider.remove(Permission.CONTACT_REVEAL);
        merchant.call(() -> copies.change(copy.id(), "夜班客服", wider));
        assertThat(welcome(night).permissions()).isEqualTo(wider);
        assertThat(welcome(people.hire(merchant, "support-agent")).permissions())
                .doesNotContain(Permission.ORDERS_HOLD);
    }

    @Test
    void endsTheSessionsOfItsHoldersWhenItChanges() {
        var copy = copy("support-agent", "夜班客服");
        var night = welcome(people.hire(merchant, copy.id()));
        var other = welcome(people.hire(merchant, "support-agent"));
        merchant.call(() -> copies.change(copy.id(), "晚班客服", copy.permissions()));
        assertThat(signIn.stands(night)).as("a new name changes no access").isTrue();
        merchant.call(() -> copies.change(copy.id(), "晚班客服", Set.of(Permission.ORDERS_VIEW)));
        assertThat(signIn.stands(night)).isFalse();
        assertThat(signIn.stands(other)).isTrue();
    }

    @Test
    void isNotRemovedWhileSomebodyHasIt() {
        var copy = copy("finance", "出纳");
        var cashier = people.hire(merchant, copy.id());
        assertRefused(merchant.call(() -> copies.remove(copy.id())), RoleCopyResult.Why.HELD);
        merchant.call(() -> users.changeRoles(cashier.id(), Set.of("finance")));
        assertThat(merchant.call(() -> copies.remove(copy.id()))).isEqualTo(new RoleCopyResult.Removed());
        assertThat(merchant.call(() -> copies.list())).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        var copy = copy("finance", "出纳");
        assertRefused(merchant.call(() -> copies.copy("finance", " ")), RoleCopyResult.Why.NAME_MISSING);
        assertRefused(merchant.call(() -> copies.copy("finance", "出纳")), RoleCopyResult.Why.NAME_TAKEN);
        assertRefused(
                merchant.call(() -> copies.change(copy.id(), "出纳", Set.of())), RoleCopyResult.Why.PERMISSION_MISSING);
        assertRefused(
                merchant.call(() -> copies.change(copy.id(), "出纳", Set.of(Permission.FACTS_RECORD))),
                RoleCopyResult.Why.PERMISSION_NOT_GRANTABLE);
        assertThatThrownBy(() -> merchant.call(() -> copies.copy("king", "国王")))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> merchant.call(() -> copies.change("finance", "财务", copy.permissions())))
                .as("preset roles never change")
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void belongsToItsMerchantAlone() {
        var copy = copy("finance", "出纳");
        var other = merchants.open();
        assertThat(other.call(() -> copies.list())).isEmpty();
        assertThatThrownBy(() -> other.call(() -> copies.remove(copy.id()))).isInstanceOf(NoSuchElementException.class);
        assertThat(other.call(
                        () -> users.create(new CreateUser("anna", "安娜", Set.of(copy.id()), People.PASSWORD, null))))
                .isEqualTo(new UserResult.Refused(UserRefusal.ROLE_UNKNOWN));
    }

    private Role copy(String preset, String name) {
        return ((RoleCopyResult.Saved) merchant.call(() -> copies.copy(preset, name))).role();
    }

    private SignedInUser welcome(UserInfo user) {
        var attempt =
                new SignInAttempt(merchant.tenant().slug(), user.login(), People.PASSWORD, "10.4.0.1", "Chrome/140");
        return ((SignInResult.Welcome) signIn.attempt(attempt)).user();
    }

    private static void assertRefused(RoleCopyResult result, RoleCopyResult.Why why) {
        assertThat(result).isEqualTo(new RoleCopyResult.Refused(why));
    }
}
