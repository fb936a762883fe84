package com.dingshu.blueprints;

import com.dingshu.identity.CreateUser;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.UserResult;
import com.dingshu.identity.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The merchant's people. */
@Component
class PeopleSetUp {

    private final Users users;

    PeopleSetUp(Users users) {
        this.users = users;
    }

    /** Somebody taken in just now, with the first password. */
    record Newcomer(String login, String name, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return login;
        }
    }

    /** Takes in whoever is missing; a person who was suspended or renamed since stays so. */
    List<Newcomer> setUp(MerchantFolder folder, Supplier<String> passwords) {
        var known = users.list().stream().map(UserInfo::login).collect(Collectors.toSet());
        var newcomers = new ArrayList<Newcomer>();
        for (var person : folder.staff()) {
            if (!known.contains(person.login())) {
                newcomers.add(takeIn(person, passwords.get()));
            }
        }
        return newcomers;
    }

    private Newcomer takeIn(MerchantFolder.Person person, String password) {
        var result =
                users.create(new CreateUser(person.login(), person.name(), Set.copyOf(person.roles()), password, null));
        return switch (result) {
            case UserResult.Saved saved -> new Newcomer(person.login(), person.name(), password);
            case UserResult.Refused refused ->
                throw new IllegalStateException("staff.yaml: " + person.login() + ": " + refused.why());
        };
    }
}
