package com.dingshu.identity.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands out the warehouse page. Files under {@code /h5/assets/} carry a hash in their name and are kept for good; all
 * others are asked for anew each time, so that a device learns of the next build at once.
 */
@Configuration
class WarehousePage implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/h5/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/h5", "/h5/").setKeepQueryParams(true);
        registry.addViewController("/h5/").setViewName("forward:/h5/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/h5/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/h5/**").addResourceLocations(FILES).setCacheControl(CacheControl.noCache());
    }
}
