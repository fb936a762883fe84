/**
 * The partners' simulators: a small server of its own that speaks the protocols of the marketplaces the way they do, so that
 * the demonstration and the tests need no platform key. It shares no class with the product, signing least of all: two
 * implementations that agree prove each other.
 *
 * <p>One process serves every partner. Each partner owns a path ({@code /taobao}, {@code /douyin}, {@code /shopify}); the
 * administration lives under {@code /_sim}. What it issued is kept in memory and can be listed, so that a test can compare it
 * with what arrived.
 */
package com.dingshu.simulator;
