package com.dingshu.identity;

import com.dingshu.identity.AccountGateway.Account;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Signing in and out. An unknown merchant, an unknown login, a wrong password and a suspended account get the same
 * answer after the same work; only too many tries are told apart, and these alike for accounts that do not exist. Every
 * sign-in, refusal and sign-out stands in the merchant's operation log.
 */
@Service
public class SignIn {

    /** The cookie that remembers the merchant last signed in to, for the sign-in page. */
    public static final String MERCHANT_COOKIE = "dingshu_merchant";

    private static final int NO_TENANT = 0;

    private final Tenants tenants;
    private final AccountGateway accounts;
    private final Roles roles;
    private final Passwords passwords;
    private final Throttle throttle;
    private final OperationLog log;
    private final SignInSettings settings;
    private final Clock clock;

    SignIn(
            Tenants tenants,
            AccountGateway accounts,
            Roles roles,
            Passwords passwords,
            Throttle throttle,
            OperationLog log,
            SignInSettings settings,
            Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Judges a try. It opens no session: that is the caller's, on {@link SignInResult.Welcome}. */
    public SignInResult attempt(SignInAttempt attempt) {
        String merchant = Login.normalised(attempt.merchant());
        String login = Login.normalised(attempt.login());
        return throttle.take(merchant, login, attempt.address()).orElseGet(() -> judge(attempt, merchant, login));
    }

    /** Records that somebody left. */
    public void ended(SignedInUser user) {
        user.acting().run(() -> log.record("identity.signed-out", "user", user.login(), null));
    }

    /** Whether what the session says of the person still holds; asked with every request. */
    public boolean stands(SignedInUser user) {
        return clock.instant().isBefore(user.since().plus(settings.longest()))
                && tenants.byId(user.tenantId())
                        .filter(tenant -> tenant.status().operating())
                        .isPresent()
                && accounts.stands(user.tenantId(), user.userId(), user.accessVersion());
    }

    private SignInResult judge(SignInAttempt attempt, String merchant, String login) {
        Optional<TenantInfo> tenant =
                tenants.bySlug(merchant).filter(found -> found.status().operating());
        Optional<Account> account = accounts.byLogin(tenant.map(TenantInfo::id).orElse(NO_TENANT), login);
        boolean right = account.map(found -> passwords.matches(attempt.password(), found.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(attempt.password()));
        String device = Device.describe(attempt.userAgent(), attempt.address());
        if (right && account.get().status() == UserStatus.ACTIVE) {
            throttle.right(merchant, login, attempt.address());
            return new SignInResult.Welcome(welcomed(tenant.orElseThrow(), account.get(), device));
        }
        tenant.ifPresent(known -> refused(known, login, device));
        return new SignInResult.Refused();
    }

    private SignedInUser welcomed(TenantInfo tenant, Account account, String device) {
        SignedInUser user = new SignedInUser(
                tenant.id(),
                tenant.slug(),
                account.id(),
                account.login(),
                account.name(),
                account.roles(),
                permissions(tenant, account),
                account.language(),
                device,
                account.accessVersion(),
                clock.instant());
        accounts.signedIn(tenant.id(), account.id(), clock.instant(), device);
        user.acting().run(() -> log.record("identity.signed-in", "user", account.login(), null));
        return user;
    }

    private Set<Permission> permissions(TenantInfo tenant, Account account) {
        Set<Permission> permissions = new HashSet<>(roles.permissionsOf(account.roles()));
        permissions.addAll(accounts.permissionsOfCopies(tenant.id(), account.roles()));
        return permissions;
    }

    private void refused(TenantInfo tenant, String login, String device) {
        Actor somebody = new Actor(Actor.Kind.SYSTEM, null, "sign-in", Set.of(), device);
        Acting.as(tenant.id(), somebody).run(() -> log.record("identity.sign-in-refused", "user", login, null));
    }
}
