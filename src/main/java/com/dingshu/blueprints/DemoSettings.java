package com.dingshu.blueprints;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The demonstration's surroundings.
 *
 * @param tenants the folder that holds its merchants
 * @param simulator address of the simulated platforms, blank for none
 * @param address where the simulated platforms and people on this machine reach this application
 * @param welcome the file that tells people how to come in, written when everything is ready; blank for none
 */
@ConfigurationProperties("dingshu.demo")
record DemoSettings(String tenants, String simulator, String address, String welcome) {}
