package com.dingshu.blueprints;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes in a real merchant, once, from the folder named at the start. Everybody gets a first password made by chance,
 * shown on the console and nowhere else; a demonstration's password in the folder is not used.
 */
@Component
@Profile("!demo")
@ConditionalOnProperty("dingshu.blueprints.open")
class OpenMerchant implements ApplicationRunner {

    private static final int PASSWORD_BYTES = 12;

    private final MerchantSetUp setUp;
    private final MerchantFolder folder;
    private final SecureRandom chance = new SecureRandom();
    private final PrintStream console = System.out;

    OpenMerchant(MerchantSetUp setUp, @Value("${dingshu.blueprints.open}") Path folder) {
        this.setUp = setUp;
        this.folder = new MerchantFolder(folder);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var done = setUp.setUp(folder, this::password);
        console.println(done.tenant().name() + ": /sign-in?m=" + done.tenant().slug());
        done.newcomers()
                .forEach(person ->
                        console.println("  " + person.login() + "  " + person.password() + "  " + person.name()));
    }

    private String password() {
        var bytes = new byte[PASSWORD_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
