package com.dingshu.customers.ui;

import com.dingshu.audit.ui.HistoryPanel.FieldWords;
import com.dingshu.customers.CustomerDetails.Identity;
import com.dingshu.customers.CustomerQueries;
import com.dingshu.customers.CustomerSummary;
import com.dingshu.customers.Customers;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How customers are said, the same in the list, the pane and the history; masked throughout. */
@Component
class CustomerWords {

    /** What is worth a line of history; the rest follows from these, or is there for finding. */
    private static final Set<String> TELLING =
            Set.of("maskedName", "maskedPhone", "maskedAddress", "channel", "mergedInto", "merged");

    private final Texts texts;
    private final Formats formats;

    CustomerWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    String say(String key, Object... args) {
        UI ui = UI.getCurrent();
        Locale locale = ui == null ? Texts.CHINESE : ui.getLocale();
        return texts.in(locale, key, args);
    }

    Formats formats() {
        return formats;
    }

    String channel(String channel) {
        return say("uikit.channel." + channel);
    }

    String name(CustomerSummary customer) {
        String name = customer.contact().name();
        return name.isEmpty() ? say("customers.nameless") : name;
    }

    /** Name and telephone number, masked. */
    String person(CustomerSummary customer) {
        return (name(customer) + " " + customer.contact().phone()).strip();
    }

    String region(CustomerSummary customer) {
        return customer.province().equals(customer.city())
                ? customer.city()
                : (customer.province() + " " + customer.city()).strip();
    }

    String identity(Identity identity) {
        return identity.kind().equals(Customers.BY_PHONE)
                ? say("customers.identity.phone")
                : say("customers.identity.buyer", channel(identity.kind()));
    }

    FieldWords history(CustomerQueries queries) {
        return new FieldWords() {
            @Override
            public String field(String field) {
                return TELLING.contains(field) ? say("customers.field." + field) : "";
            }

            @Override
            public String value(String field, String stored) {
                return switch (field) {
                    case "channel" -> channel(stored);
                    case "mergedInto", "merged" ->
                        queries.byIds(List.of(UUID.fromString(stored))).stream()
                                .map(CustomerWords.this::person)
                                .findFirst()
                                .orElse("–");
                    default -> stored;
                };
            }
        };
    }
}
