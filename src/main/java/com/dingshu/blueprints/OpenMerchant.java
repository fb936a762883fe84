package com.dingshu.blueprints;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes in a real merchant, once, from the folder named at the start. */
@Component
@ConditionalOnProperty("dingshu.blueprints.open")
class OpenMerchant implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(OpenMerchant.class);

    private final MerchantSetUp setUp;
    private final MerchantFolder folder;

    OpenMerchant(MerchantSetUp setUp, @Value("${dingshu.blueprints.open}") Path folder) {
        this.setUp = setUp;
        this.folder = new MerchantFolder(folder);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var tenant = setUp.setUp(folder);
        log.info("The merchant {} is set up; sign in at /sign-in?m={}", tenant.name(), tenant.slug());
    }
}
