package com.dingshu.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;

/** What every staff page shares: the style sheets, in the order in which they overrule each other, and the live channel. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/theme/tokens.css")
@Push
public class AppShell implements AppShellConfigurator {}
