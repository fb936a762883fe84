package com.dingshu.selfservice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the customer's page goes.
 *
 * @param address where customers reach this installation, without a slash at the end; links are built on it
 * @param linkLife how long a message's link works
 * @param visit how long an order number or a code opens the page
 * @param codeLife how long a one-time code works
 * @param wrongTries how many wrong tries an order number or a code takes before it is locked
 * @param lock how long a locked order number stays locked
 * @param codesPerPhone how many codes one telephone gets in an hour
 * @param looksPerAddress how many looks one network address has in ten minutes
 * @param codesPerAddress how many codes one network address may ask for in an hour
 * @param codesPerMerchant how many codes all of a merchant's customers may ask for in an hour
 */
@ConfigurationProperties("dingshu.status-page")
record StatusSettings(
        @DefaultValue("http://127.0.0.1:8080") String address,
        @DefaultValue("21d") Duration linkLife,
        @DefaultValue("30m") Duration visit,
        @DefaultValue("10m") Duration codeLife,
        @DefaultValue("5") int wrongTries,
        @DefaultValue("1h") Duration lock,
        @DefaultValue("5") int codesPerPhone,
        @DefaultValue("60") int looksPerAddress,
        @DefaultValue("10") int codesPerAddress,
        @DefaultValue("600") int codesPerMerchant) {}
