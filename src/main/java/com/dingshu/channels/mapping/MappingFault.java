package com.dingshu.channels.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A mapping document that cannot be used; it names the field and the fix, in words for each language. */
public final class MappingFault extends RuntimeException {

    private final Kind kind;
    private final List<String> details;

    /** @param details fill in the words of the kind */
    public MappingFault(Kind kind, Object... details) {
        super(kind.inEnglish(details));
        this.kind = kind;
        this.details = Arrays.stream(details).map(String::valueOf).toList();
    }

    /** What is wrong, with the words for logs; screens have theirs under {@link #key}. */
    public enum Kind {
        TOO_LONG("The document is longer than {0} characters"),
        EMPTY("The document is empty"),
        NOT_YAML("Not valid YAML: {0}"),
        NO_CHANNEL("“channel” is missing: name the channel, e.g. taobao"),
        WRONG_CHANNEL("“channel” must be {0}"),
        WRONG_VERSION("“version” must be a whole number from 1"),
        WRONG_NOTATION("notation: {0}"),
        NOT_ONE_OF("{0}: “{1}” is not one of {2}"),
        NO_STANDARD_FIELD("{0}: “{1}” is no standard field"),
        REQUIRED_FIELD("{0}: the required field “{1}” is missing"),
        WRONG_NAME("{0}: “{1}” may hold letters, digits and _ only"),
        NO_EXPRESSION("{0}: an expression is missing"),
        NO_BLOCK("“{0}” must be a block of names and expressions"),
        NO_WORDS("{0} lists no words of the platform"),
        WRONG_EXPRESSION("Expression “{0}” is not valid: {1}");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Key of the words on screens. */
        public String key() {
            return "channels.mapping-fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private String inEnglish(Object... details) {
            String said = words;
            for (int i = 0; i < details.length; i++) {
                said = said.replace("{" + i + "}", String.valueOf(details[i]));
            }
            return said;
        }
    }

    public Kind kind() {
        return kind;
    }

    public List<String> details() {
        return details;
    }
}
