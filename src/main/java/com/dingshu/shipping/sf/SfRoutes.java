package com.dingshu.shipping.sf;

import com.dingshu.shipping.CarrierScan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads route lines, the same whether they were pushed or looked up. */
@Component
class SfRoutes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(1\\d{2}|0\\d{2,3}-?)\\d{3,4}(\\d{4})(?!\\d)");
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_PLACE = 120;

    private final SfOpCodes opCodes;

    SfRoutes(SfOpCodes opCodes) {
        this.opCodes = opCodes;
    }

    /** Empty when the line has no readable time or no code: such a line says nothing. */
    Optional<CarrierScan> read(String waybillNo, JsonNode route) {
        String code = route.path("opCode").asString("").strip();
        Optional<Instant> at = time(route.path("acceptTime").asString(""));
        if (code.isEmpty() || code.length() > 16 || at.isEmpty()) {
            return Optional.empty();
        }
        String remark = route.path("remark").asString("");
        return Optional.of(new CarrierScan(
                waybillNo,
                code,
                at.get(),
                cut(route.path("acceptAddress").asString("").strip(), LONGEST_PLACE),
                cut(masked(remark), LONGEST_TEXT),
                opCodes.status(code, remark),
                opCodes.known(code)));
    }

    /** The courier's number stands in the remark; it is nobody's business but the receiver's. */
    static String masked(String remark) {
        return PHONE.matcher(remark).replaceAll("$1****$2");
    }

    /** A moment as SF writes it, in China's time. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TIME).toInstant(CHINA));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
