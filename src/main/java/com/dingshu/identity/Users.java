package com.dingshu.identity;

import com.dingshu.audit.Change;
import com.dingshu.audit.History;
import com.dingshu.identity.AccountGateway.LastSignIn;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The merchant's people, managed by its owners. Nobody is ever deleted: who left is suspended, so that history keeps its
 * names. A change of roles, password or standing ends the person's sessions before the next request is answered.
 * Unknown ids, those of other merchants among them, throw {@link java.util.NoSuchElementException}.
 */
@Service
@Transactional
public class Users {

    private static final int LONGEST_NAME = 120;

    private final UserRepository users;
    private final AccountGateway accounts;
    private final Roles roles;
    private final RoleCopyRepository copies;
    private final Passwords passwords;
    private final Tenants tenants;
    private final History history;
    private final Clock clock;
    private final ApplicationEventPublisher told;

    Users(
            UserRepository users,
            AccountGateway accounts,
            Roles roles,
            RoleCopyRepository copies,
            Passwords passwords,
            Tenants tenants,
            History history,
            Clock clock,
            ApplicationEventPublisher told) {
        this.users = users;
        this.accounts = accounts;
        this.roles = roles;
        this.copies = copies;
        this.passwords = passwords;
        this.tenants = tenants;
        this.history = history;
        this.clock = clock;
        this.told = told;
    }

    /** Takes somebody in, able to sign in at once. */
    @Requires(Permission.USERS_MANAGE)
    public UserResult create(CreateUser command) {
        return flaw(command)
                .map(Users::refused)
                .orElseGet(() -> new UserResult.Saved(info(users.save(made(command)), null)));
    }

    /** Ends the person's sessions and keeps the person out; harmless to repeat. */
    @Requires(Permission.USERS_MANAGE)
    public UserResult suspend(UUID id) {
        return lastOwner(id) ? refused(UserRefusal.LAST_OWNER) : change(id, User::suspend);
    }

    /** Lets somebody suspended sign in again. */
    @Requires(Permission.USERS_MANAGE)
    public UserResult reinstate(UUID id) {
        return change(id, User::reinstate);
    }

    /** Gives the person exactly these roles. */
    @Requires(Permission.USERS_MANAGE)
    public UserResult changeRoles(UUID id, Set<String> roleIds) {
        if (!roleIds.contains(Role.OWNER) && lastOwner(id)) {
            return refused(UserRefusal.LAST_OWNER);
        }
        return rolesFlaw(roleIds).map(Users::refused).orElseGet(() -> change(id, user -> user.take(roleIds)));
    }

    @Requires(Permission.USERS_MANAGE)
    public UserResult rename(UUID id, String name) {
        return nameFlaw(name).map(Users::refused).orElseGet(() -> change(id, user -> user.rename(name.strip())));
    }

    /** Sets a new password for somebody who lost the old one. */
    @Requires(Permission.USERS_MANAGE)
    public UserResult resetPassword(UUID id, String password) {
        User user = users.own(id);
        return passwords
                .flaw(password, user.login())
                .map(Users::refused)
                .orElseGet(() -> change(id, found -> found.changePassword(passwords.hash(password), clock.instant())));
    }

    /** Everybody, the suspended too, by name. */
    @Requires(Permission.USERS_MANAGE)
    @Transactional(readOnly = true)
    public List<UserInfo> list() {
        Map<UUID, LastSignIn> last = accounts.lastSignIns();
        return users.findAllByOrderByNameAscLoginAsc().stream()
                .map(user -> info(user, last.get(user.id())))
                .toList();
    }

    @Requires(Permission.USERS_MANAGE)
    @Transactional(readOnly = true)
    public UserInfo byId(UUID id) {
        return info(users.own(id), accounts.lastSignIns().get(id));
    }

    /** What was changed of a person's account, oldest first; never a password. */
    @Requires(Permission.USERS_MANAGE)
    @Transactional(readOnly = true)
    public List<Change> history(UUID id) {
        return history.of(User.class, id);
    }

    private UserResult change(UUID id, Consumer<User> verb) {
        User user = users.own(id);
        int before = user.accessVersion();
        verb.accept(user);
        users.flush();
        if (user.accessVersion() != before) {
            told.publishEvent(new AccessChanged(user.tenantId(), id));
        }
        return new UserResult.Saved(info(user, accounts.lastSignIns().get(id)));
    }

    private boolean lastOwner(UUID id) {
        List<User> owners = users.lockAll().stream().filter(User::ownsActively).toList();
        return owners.size() == 1 && owners.getFirst().id().equals(id);
    }

    private User made(CreateUser command) {
        return new User(
                Ids.next(),
                Login.normalised(command.login()),
                command.name().strip(),
                command.roles(),
                Optional.ofNullable(command.language())
                        .orElseGet(() -> tenants.current().locale()),
                passwords.hash(command.password()),
                clock.instant());
    }

    private Optional<UserRefusal> flaw(CreateUser command) {
        return loginFlaw(command.login())
                .or(() -> nameFlaw(command.name()))
                .or(() -> rolesFlaw(command.roles()))
                .or(() -> passwords.flaw(command.password(), Login.normalised(command.login())));
    }

    private Optional<UserRefusal> loginFlaw(String login) {
        if (!Login.wellFormed(login)) {
            return Optional.of(UserRefusal.LOGIN_MALFORMED);
        }
        return users.existsByLogin(Login.normalised(login)) ? Optional.of(UserRefusal.LOGIN_TAKEN) : Optional.empty();
    }

    private static Optional<UserRefusal> nameFlaw(String name) {
        boolean good = !name.isBlank() && name.strip().length() <= LONGEST_NAME;
        return good ? Optional.empty() : Optional.of(UserRefusal.NAME_MISSING);
    }

    private Optional<UserRefusal> rolesFlaw(Collection<String> roleIds) {
        if (roleIds.isEmpty()) {
            return Optional.of(UserRefusal.ROLE_MISSING);
        }
        boolean known = roleIds.stream()
                .allMatch(id ->
                        roles.byId(id).isPresent() || copies.findByRoleId(id).isPresent());
        return known ? Optional.empty() : Optional.of(UserRefusal.ROLE_UNKNOWN);
    }

    static UserInfo info(User user, @Nullable LastSignIn last) {
        return new UserInfo(
                user.id(),
                user.login(),
                user.name(),
                user.roles(),
                user.status(),
                user.language(),
                user.createdAt(),
                user.passwordChangedAt(),
                last == null ? null : last.at(),
                last == null ? null : last.device());
    }

    private static UserResult refused(UserRefusal why) {
        return new UserResult.Refused(why);
    }
}
