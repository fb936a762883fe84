package com.dingshu.shipping.sf;

import com.dingshu.shipping.TrackingStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What SF's operation codes mean, read from {@code shipping/sf-opcodes.yaml}. */
@Component
class SfOpCodes {

    private static final String FILE = "/shipping/sf-opcodes.yaml";

    private final Map<String, Meaning> meanings;

    SfOpCodes() {
        try (InputStream file = Objects.requireNonNull(SfOpCodes.class.getResourceAsStream(FILE), FILE)) {
            meanings = Map.copyOf(new YAMLMapper().readValue(file, new TypeReference<Map<String, Meaning>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The status an event leads to, or null when it says nothing; an unknown code counts as in transit. */
    @Nullable
    TrackingStatus status(String opCode, String remark) {
        Meaning meaning = meanings.get(opCode);
        if (meaning == null) {
            return TrackingStatus.IN_TRANSIT;
        }
        return meaning.hints().entrySet().stream()
                .filter(hint -> remark.contains(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(meaning.status());
    }

    boolean known(String opCode) {
        return meanings.containsKey(opCode);
    }

    /**
     * @param status null for lines that do not move the parcel
     * @param hints words in the remark that say more than the code
     */
    record Meaning(
            @Nullable TrackingStatus status, @Nullable Map<String, TrackingStatus> when) {

        Map<String, TrackingStatus> hints() {
            return when == null ? Map.of() : when;
        }
    }
}
