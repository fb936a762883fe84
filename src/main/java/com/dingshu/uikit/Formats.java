package com.dingshu.uikit;

import com.dingshu.shared.Money;
import com.dingshu.tenancy.Tenants;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How figures are written, the same in both languages; times in the zone of the merchant acted for. */
@Component
public class Formats {

    private static final Map<String, String> SIGNS =
            Map.of("CNY", "¥", "USD", "$", "EUR", "€", "GBP", "£", "JPY", "JP¥", "HKD", "HK$");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Tenants tenants;
    private final Clock clock;

    Formats(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** ¥1,286.00; other currencies than the usual ones by their code. */
    public String money(Money money) {
        String sign = SIGNS.getOrDefault(money.currency(), money.currency() + " ");
        String amount = amount(money);
        return amount.startsWith("−") ? "−" + sign + amount.substring(1) : sign + amount;
    }

    /** The currency of the merchant acted for. */
    public String currency() {
        return tenants.current().currency();
    }

    /** ¥, for heads of columns of amounts. */
    public String sign(String currency) {
        return SIGNS.getOrDefault(currency, currency);
    }

    /** 1,286.00, for columns whose head names the currency. */
    public String amount(Money money) {
        return decimal(money.amount(), Money.decimals(money.currency()));
    }

    /** 12,406 */
    public String count(long count) {
        return decimal(BigDecimal.valueOf(count), 0);
    }

    /** 643, or “1,000+” where counting stopped. */
    public String count(long counted, long cap) {
        return counted > cap ? count(cap) + "+" : count(counted);
    }

    /** +4, −2, 0 */
    public String signed(long delta) {
        return delta > 0 ? "+" + count(delta) : count(delta);
    }

    /** 3.1 for 0.031, with one decimal; the per cent sign stands in the head. */
    public String percent(double share) {
        return decimal(BigDecimal.valueOf(share * 100), 1);
    }

    /** 14:32 today, 11-20 14:32 this year, 2025-11-20 14:32 before. */
    public String time(Instant at) {
        return time(at, MINUTE);
    }

    /** With seconds, for ledgers and histories only. */
    public String exactTime(Instant at) {
        return time(at, SECOND);
    }

    /** 11-20 this year, 2025-11-20 otherwise. */
    public String day(LocalDate day) {
        return day.getYear() == here(clock.instant()).getYear() ? DAY.format(day) : DATE.format(day);
    }

    /** 1:14 for an hour and fourteen minutes; whole minutes, rounded down. */
    public String duration(Duration duration) {
        long minutes = duration.abs().toMinutes();
        return (duration.isNegative() ? "−" : "") + minutes / 60 + String.format(Locale.ROOT, ":%02d", minutes % 60);
    }

    private String time(Instant at, DateTimeFormatter clockTime) {
        ZonedDateTime then = here(at);
        boolean today = then.toLocalDate().equals(here(clock.instant()).toLocalDate());
        return today ? clockTime.format(then) : day(then.toLocalDate()) + " " + clockTime.format(then);
    }

    private ZonedDateTime here(Instant at) {
        return at.atZone(tenants.current().zone());
    }

    private static String decimal(BigDecimal number, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number).replace('-', '−');
    }
}
