package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.TenantStatus;
import com.dingshu.tenancy.Tenants;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SignInIT {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final SignInResult REFUSED = new SignInResult.Refused();

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private Users users;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Tenants tenants;

    @Autowired
    private OperationLog log;

    @Autowired
    private TestClock clock;

    private Merchant merchant;
    private UserInfo anna;
    private String address;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        anna = people.hireAs(merchant, "anna", "owner");
        address = "10.1.0." + ADDRESSES.incrementAndGet();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void welcomesWithTheRolesPermissions() {
        assertThat(attempt(merchant, " Anna ", People.PASSWORD))
                .isInstanceOfSatisfying(SignInResult.Welcome.class, w -> {
                    assertThat(w.user().userId()).isEqualTo(anna.id());
                    assertThat(w.user().tenantId()).isEqualTo(merchant.id());
                    assertThat(w.user().permissions()).isEqualTo(new Roles().permissionsOf(java.util.Set.of("owner")));
                    assertThat(w.user().device()).contains(address);
                });
    }

    @Test
    void givesOneAnswerToEverythingWrong() {
        people.hire(merchant, "owner");
        var left = people.hireAs(merchant, "left", "finance");
        merchant.call(() -> users.suspend(left.id()));
        assertThat(attempt(merchant, "anna", "wrong-password")).isEqualTo(REFUSED);
        assertThat(attempt(merchant, "nobody", People.PASSWORD)).isEqualTo(REFUSED);
        assertThat(attempt(merchant, "left", People.PASSWORD)).isEqualTo(REFUSED);
        assertThat(attempt(merchants.open(), "anna", People.PASSWORD)).isEqualTo(REFUSED);
        assertThat(signIn.attempt(new SignInAttempt("no-such-shop", "anna", People.PASSWORD, address, "")))
                .isEqualTo(REFUSED);
        assertThat(signIn.attempt(new SignInAttempt("", "", "", address, ""))).isEqualTo(REFUSED);
    }

    @Test
    void refusesThePeopleOfASuspendedMerchant() {
        tenants.setStatus(merchant.id(), TenantStatus.SUSPENDED);
        assertThat(attempt(merchant, "anna", People.PASSWORD)).isEqualTo(REFUSED);
    }

    @Test
    void keepsTheSameLoginOfTwoMerchantsApart() {
        var other = merchants.open();
        people.hireAs(other, "anna", "finance");
        assertThat(welcome(attempt(merchant, "anna", People.PASSWORD)).tenantId())
                .isEqualTo(merchant.id());
        assertThat(welcome(attempt(other, "anna", People.PASSWORD)).roles()).containsExactly("finance");
    }

    @Test
    void locksAnAccountAfterFiveWrongTriesWhetherItExistsOrNot() {
        for (String login : new String[] {"anna", "nobody"}) {
            for (int tried = 1; tried <= 5; tried++) {
                assertThat(attempt(merchant, login, "wrong-password")).isEqualTo(REFUSED);
            }
            assertThat(attempt(merchant, login, People.PASSWORD))
                    .isInstanceOfSatisfying(SignInResult.Locked.class, locked -> assertThat(locked.retryAfter())
                            .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(4)));
        }
    }

    @Test
    void opensALockedAccountAgainBitByBit() {
        for (int tried = 1; tried <= 6; tried++) {
            attempt(merchant, "anna", "wrong-password");
        }
        clock.advance(Duration.ofMinutes(4));
        assertThat(attempt(merchant, "anna", People.PASSWORD)).isInstanceOf(SignInResult.Welcome.class);
    }

    @Test
    void locksForTheOneAddressOnly() {
        for (int tried = 1; tried <= 6; tried++) {
            attempt(merchant, "anna", "wrong-password");
        }
        address = "10.2.0.1";
        assertThat(attempt(merchant, "anna", People.PASSWORD)).isInstanceOf(SignInResult.Welcome.class);
    }

    @Test
    void slowsAnAddressThatTriesManyAccounts() {
        SignInResult last = REFUSED;
        for (int tried = 0; tried <= 40; tried++) {
            last = attempt(merchant, "sprayed" + tried, "Summer-2026!");
        }
        assertThat(last).isInstanceOf(SignInResult.Throttled.class);
    }

    @Test
    void doesNotCountWhatWasRight() {
        for (int tried = 0; tried < 60; tried++) {
            assertThat(signIn.attempt(
                            new SignInAttempt(merchant.tenant().slug(), "anna", People.PASSWORD, address, "")))
                    .isInstanceOf(SignInResult.Welcome.class);
        }
    }

    @Test
    void standsUntilAccessChanges() {
        people.hire(merchant, "owner");
        var user = welcome(attempt(merchant, "anna", People.PASSWORD));
        merchant.call(() -> users.rename(anna.id(), "安娜"));
        assertThat(signIn.stands(user)).isTrue();
        merchant.call(() -> users.changeRoles(anna.id(), java.util.Set.of("finance")));
        assertThat(signIn.stands(user)).isFalse();
    }

    @Test
    void standsForADayAtMost() {
        var user = welcome(attempt(merchant, "anna", People.PASSWORD));
        clock.advance(Duration.ofHours(15));
        assertThat(signIn.stands(user)).isFalse();
    }

    @Test
    void leavesATraceOfComingFailingAndLeaving() {
        attempt(merchant, "anna", "wrong-password");
        signIn.ended(welcome(attempt(merchant, "anna", People.PASSWORD)));
        var trace = merchant.call(() -> log.newest(OperationLog.Filter.ALL, null, 10));
        assertThat(trace)
                .extracting(OperationLog.Entry::action)
                .containsExactly("identity.signed-out", "identity.signed-in", "identity.sign-in-refused");
        assertThat(trace).extracting(OperationLog.Entry::subject).containsOnly("anna");
        assertThat(trace.get(1).device()).contains(address);
    }

    private SignInResult attempt(Merchant at, String login, String password) {
        return signIn.attempt(new SignInAttempt(at.tenant().slug(), login, password, address, "Chrome/140"));
    }

    private static SignedInUser welcome(SignInResult result) {
        return ((SignInResult.Welcome) result).user();
    }
}
