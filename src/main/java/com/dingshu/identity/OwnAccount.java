package com.dingshu.identity;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.OperationLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody signed in may change: the own password and language, nobody else's. */
@Service
@Transactional
public class OwnAccount {

    private final UserRepository users;
    private final Passwords passwords;
    private final OperationLog log;
    private final Clock clock;
    private final ApplicationEventPublisher told;

    OwnAccount(
            UserRepository users, Passwords passwords, OperationLog log, Clock clock, ApplicationEventPublisher told) {
        this.users = users;
        this.passwords = passwords;
        this.log = log;
        this.clock = clock;
        this.told = told;
    }

    /** Changes the password and ends all of the person's sessions, this one too. */
    public UserResult changePassword(String current, String next) {
        User user = own();
        return flaw(user, current, next)
                .<UserResult>map(UserResult.Refused::new)
                .orElseGet(() -> changed(user, next));
    }

    /** The language of the person's screens from the next sign-in on, and of this session at once. */
    public void speak(Locale language) {
        User user = own();
        user.speak(language);
        CurrentUser.speak(language);
    }

    private UserResult changed(User user, String next) {
        user.changePassword(passwords.hash(next), clock.instant());
        log.record("identity.password-changed", "user", user.login(), null);
        told.publishEvent(new AccessChanged(user.tenantId(), user.id()));
        return new UserResult.Saved(Users.info(user, null));
    }

    private Optional<UserRefusal> flaw(User user, String current, String next) {
        return passwords.matches(current, user.passwordHash())
                ? passwords.flaw(next, user.login())
                : Optional.of(UserRefusal.PASSWORD_WRONG);
    }

    private User own() {
        return users.own(Objects.requireNonNull(Acting.current().actor().userId(), "nobody is signed in"));
    }
}
