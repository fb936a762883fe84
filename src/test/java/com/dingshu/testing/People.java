package com.dingshu.testing;

import com.dingshu.identity.CreateUser;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.UserResult;
import com.dingshu.identity.Users;
import com.dingshu.testing.Merchants.Merchant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a merchant its people. */
public final class People {

    /** The password of everybody hired here. */
    public static final String PASSWORD = "dragon-well-7391";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Users users;

    People(Users users) {
        this.users = users;
    }

    /** Somebody new with the given roles. */
    public UserInfo hire(Merchant merchant, String... roles) {
        return hireAs(merchant, "p" + NUMBER.incrementAndGet(), roles);
    }

    /** Somebody new with a login of the test's own. */
    public UserInfo hireAs(Merchant merchant, String login, String... roles) {
        var command = new CreateUser(login, "员工" + login, Set.of(roles), PASSWORD, null);
        return switch (merchant.call(() -> users.create(command))) {
            case UserResult.Saved(UserInfo user) -> user;
            case UserResult.Refused(var why) -> throw new IllegalStateException(login + ": " + why);
        };
    }
}
