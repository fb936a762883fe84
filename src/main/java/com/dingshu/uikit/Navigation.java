package com.dingshu.uikit;

import java.util.List;

/** A module's entries in the menu; beans of it are collected by the frame. */
public interface Navigation {

    List<NavigationEntry> entries();
}
