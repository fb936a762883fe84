package com.dingshu.shipping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The adapters by code. */
@Component
class Carriers {

    private final Map<String, Carrier> byCode;

    Carriers(List<Carrier> carriers) {
        byCode = carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::code, Function.identity()));
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** @throws IllegalArgumentException when there is no adapter */
    Carrier get(String code) {
        Carrier carrier = byCode.get(code);
        if (carrier == null) {
            throw new IllegalArgumentException("No carrier is called " + code);
        }
        return carrier;
    }
}
