package com.dingshu.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks for what stands in the way of people who cannot see, hear or point well; serious and critical findings only. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN = """
            async rules => {
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                ...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {})
              });
              return found.violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target} ${node.html.slice(0, 160)} `
                  + (node.any[0]?.message ?? node.all[0]?.message ?? '')));
            }""";

    private Axe() {}

    /** The page on a desktop and on a phone, and its colours once more in the dark. */
    static List<String> findings(Page page) {
        return findings(page, List.of(false, true));
    }

    /** The same on a desktop only. */
    static List<String> onDesktop(Page page) {
        return findings(page, List.of(false));
    }

    /** Names and labels only, as far as they differ by language; the rest is the same in both. */
    static List<String> inEnglish(Page page) {
        return found(
                page,
                List.of(
                        "button-name",
                        "link-name",
                        "label",
                        "html-has-lang",
                        "html-lang-valid",
                        "aria-valid-attr-value"));
    }

    private static List<String> findings(Page page, List<Boolean> phones) {
        List<String> all = new ArrayList<>();
        for (boolean phone : phones) {
            page.setViewportSize(phone ? 390 : 1440, phone ? 844 : 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setMedia(Media.SCREEN));
                settled(page);
                List<String> rules = scheme == ColorScheme.DARK ? List.of("color-contrast") : List.of();
                found(page, rules)
                        .forEach(finding -> all.add((phone ? "phone " : "desktop ") + scheme + " " + finding));
            }
        }
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return all;
    }

    /** Colours are looked at when nothing fades any more. */
    private static void settled(Page page) {
        page.evaluate("""
                async () => {
                  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  const running = document.getAnimations().filter(one => one.effect?.getTiming().iterations !== Infinity);
                  await Promise.race([
                    Promise.allSettled(running.map(one => one.finished)),
                    new Promise(done => setTimeout(done, 2000))]);
                }""");
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, List<String> rules) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) Objects.requireNonNull(page.evaluate(RUN, rules));
    }

    private static String script() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
