/**
 * What every staff screen is made of: the page with its head, status marks, states (empty, failed, loading), messages,
 * confirmations, keyset rows for grids, texts in both languages and the formats of times and money. It draws; it knows
 * no order and no table. {@code src/docs/ui-kit.md} shows how a view is written with it.
 *
 * <p>Contributions are collected from beans: {@link com.dingshu.uikit.Navigation} for the menu, {@link
 * com.dingshu.uikit.Search} for the omnibox.
 */
@ApplicationModule(
        displayName = "Interface kit",
        allowedDependencies = {"shared", "tenancy"})
@NullMarked
package com.dingshu.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
