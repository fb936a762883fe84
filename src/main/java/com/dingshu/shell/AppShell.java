package com.dingshu.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;

/** What every staff page shares: the style sheets, in the order in which they overrule each other. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/theme/tokens.css")
@StyleSheet("assets/theme/base.css")
@StyleSheet("assets/theme/frame.css")
@StyleSheet("assets/theme/status.css")
@StyleSheet("assets/theme/board.css")
@StyleSheet("assets/theme/dashboard.css")
@StyleSheet("assets/theme/stock.css")
@StyleSheet("assets/theme/inbox.css")
@StyleSheet("assets/theme/forms.css")
@StyleSheet("assets/theme/states.css")
public class AppShell implements AppShellConfigurator {}
