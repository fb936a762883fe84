package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.audit.Reveal;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class BindingIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private Users users;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Reveal reveal;

    @Autowired
    private OperationLog log;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void actsAsThePersonAtTheScreen() {
        sit("owner");
        var acting = CurrentUser.acting();
        assertThat(acting.tenantId()).isEqualTo(merchant.id());
        assertThat(acting.actor().userId()).isEqualTo(CurrentUser.get().userId());
        assertThat(acting.call(() -> users.list())).hasSize(1);
    }

    @Test
    void refusesWorkBoundToAnotherMerchantThanThePersons() {
        sit("owner");
        var other = merchants.open();
        assertThatThrownBy(() -> other.call(() -> users.list()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signed in to tenant " + merchant.id());
    }

    @Test
    void bindsNobodyWhereNobodyIsSignedIn() {
        assertThat(CurrentUser.find()).isEmpty();
        assertThatThrownBy(CurrentUser::acting).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesATraceOfEachReveal() {
        sit("support-agent");
        var shown = CurrentUser.acting()
                .call(() -> reveal.contact("order", "261121-0001", "receiver", () -> "138 0013 8000"));
        assertThat(shown).isEqualTo("138 0013 8000");
        SecurityContextHolder.clearContext();
        var newest = merchant.call(() -> log.newest(OperationLog.Filter.ALL, null, 1))
                .getFirst();
        assertThat(newest.action()).isEqualTo("contact.revealed");
        assertThat(newest.subject()).isEqualTo("261121-0001");
        assertThat(newest.detail()).isEqualTo("receiver").doesNotContain("138");
    }

    @Test
    void opensNothingForWhoeverMayNotSeeIt() {
        sit("public-relations");
        var opened = new AtomicBoolean();
        assertThatThrownBy(() -> CurrentUser.acting()
                        .call(() -> reveal.contact("order", "261121-0001", "receiver", () -> {
                            opened.set(true);
                            return "";
                        })))
                .isInstanceOf(AccessDenied.class);
        assertThat(opened).isFalse();
    }

    private void sit(String role) {
        var user = people.hire(merchant, role);
        var attempt =
                new SignInAttempt(merchant.tenant().slug(), user.login(), People.PASSWORD, "10.3.0.1", "Chrome/140");
        var welcome = (SignInResult.Welcome) signIn.attempt(attempt);
        SecurityContextHolder.getContext().setAuthentication(CurrentUser.authentication(welcome.user()));
    }
}
