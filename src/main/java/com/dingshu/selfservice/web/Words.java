package com.dingshu.selfservice.web;

import com.dingshu.orders.Anchor;
import com.dingshu.selfservice.StatusOrder;
import com.dingshu.shared.Money;
import com.dingshu.shipping.TrackingStatus;
import com.dingshu.uikit.Texts;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the page speaks: states in a customer's words, times as today and yesterday, money with its sign. */
@Component
class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final Map<String, String> SIGNS =
            Map.of("CNY", "¥", "USD", "$", "EUR", "€", "GBP", "£", "HKD", "HK$", "JPY", "JP¥");

    private final Texts texts;
    private final Clock clock;

    Words(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    String text(Visit visit, String key, Object... args) {
        return text(visit.locale(), key, args);
    }

    String text(Locale locale, String key, Object... args) {
        return texts.in(locale, "selfservice." + key, args);
    }

    /** The headline: what matters to the customer now. */
    String headline(Visit visit, Anchor anchor, @Nullable TrackingStatus tracking) {
        if (anchor == Anchor.SHIPPED && tracking != null && tracking.withCarrier()) {
            return text(visit, "headline.tracking." + key(tracking));
        }
        return text(visit, "headline." + key(anchor));
    }

    String stop(Visit visit, StatusOrder.Stop stop) {
        return text(visit, "stop." + (stop.status() == null ? "left" : key(stop.status())));
    }

    /** Which of the five steps is the present one, from 0; 5 when all are done, -1 when the order ended otherwise. */
    static int step(Anchor anchor) {
        return switch (anchor) {
            case PENDING_CONFIRMATION -> 0;
            case PAID -> 1;
            case PICKING -> 2;
            case SHIPPED -> 3;
            case COMPLETED -> 5;
            case CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> -1;
        };
    }

    /** Today 13:52, yesterday 18:26, tomorrow 18:00, 11-18 09:04. */
    String time(Visit visit, Instant at) {
        ZoneId zone = visit.merchant().zone();
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (then.toLocalDate().equals(today)) {
            return text(visit, "time.today", MINUTE.format(then));
        }
        if (then.toLocalDate().equals(today.minusDays(1))) {
            return text(visit, "time.yesterday", MINUTE.format(then));
        }
        if (then.toLocalDate().equals(today.plusDays(1))) {
            return text(visit, "time.tomorrow", MINUTE.format(then));
        }
        return then.getYear() == today.getYear() ? DAY.format(then) : DATE.format(then);
    }

    String ago(Visit visit, Instant at) {
        long minutes = Math.max(0, Duration.between(at, clock.instant()).toMinutes());
        if (minutes < 1) {
            return text(visit, "time.just-now");
        }
        if (minutes < 60) {
            return text(visit, "time.minutes-ago", minutes);
        }
        long hours = minutes / 60;
        return hours < 24 ? text(visit, "time.hours-ago", hours) : text(visit, "time.days-ago", hours / 24);
    }

    /** Seconds until a moment, none once it has come. */
    long secondsUntil(Instant at) {
        return Math.max(0, Duration.between(clock.instant(), at).toSeconds());
    }

    long minutesUntil(Instant at) {
        return (secondsUntil(at) + 59) / 60;
    }

    static String money(long minor, String currency) {
        Money money = new Money(minor, currency);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Money.decimals(currency));
        return SIGNS.getOrDefault(currency, currency + " ") + format.format(money.amount());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
