package com.dingshu.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The wordings of messages, read from {@code notifications/templates.yaml}. */
@Component
class MessageTemplates {

    private static final String FILE = "/notifications/templates.yaml";

    private final Map<String, Template> templates;

    MessageTemplates() {
        try (InputStream file = Objects.requireNonNull(MessageTemplates.class.getResourceAsStream(FILE), FILE)) {
            templates = Map.copyOf(new YAMLMapper().readValue(file, new TypeReference<Map<String, Template>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Checks that a message can be written.
     *
     * @throws IllegalArgumentException when the template does not exist or a parameter is missing
     */
    void check(String template, Map<String, String> params) {
        for (String param : get(template).params()) {
            if (!params.containsKey(param)) {
                throw new IllegalArgumentException("Message " + template + " lacks " + param);
            }
        }
    }

    String text(Message message) {
        Template template = get(message.template());
        String text = message.language().equals(Message.ENGLISH) ? template.en() : template.zh();
        for (String param : template.params()) {
            text = text.replace("{" + param + "}", message.params().getOrDefault(param, ""));
        }
        return text;
    }

    /** A part of a message, such as a line of a list. */
    String part(String template, String language, Map<String, String> params) {
        check(template, params);
        return text(new Message(template, language, "", params));
    }

    List<String> params(String template) {
        return get(template).params();
    }

    private Template get(String name) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException("No message is called " + name);
        }
        return template;
    }

    record Template(List<String> params, String zh, String en) {}
}
