package com.dingshu.selfservice.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The page's templates, {@code selfservice/<name>.html}; every value is escaped. */
@Component
class Templates {

    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .nullValue("")
            .withLoader(Templates::open);
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    String render(String name, Map<String, Object> values) {
        return compiled.computeIfAbsent(name, key -> compiler.compile(open(key)))
                .execute(values);
    }

    private static Reader open(String name) {
        String resource = "/selfservice/" + name + ".html";
        InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream(resource), resource);
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
