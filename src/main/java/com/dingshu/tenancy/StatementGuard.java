package com.dingshu.tenancy;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rejects every statement that touches a tenant's table without naming the tenant. It sees all statements, those of
 * Hibernate and those of the gateways, just before they are prepared; a statement text is judged once.
 */
final class StatementGuard {

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|straight_join)\\s+(?:`?([a-z0-9_$]+)`?\\.)?`?([a-z_][a-z0-9_]*)`?");
    private static final Pattern PREDICATE = Pattern.compile(
            "tenant_id\\s*(?:=|in\\s*\\(|\\)\\s*(?:=|in\\b))" + "|,\\s*(?:[a-z_0-9]+\\.)?tenant_id\\s*\\)\\s*(?:=|in)");
    private static final Pattern CTE =
            Pattern.compile("(?:with(?:\\s+recursive)?|,)\\s+([a-z_][a-z0-9_]*)\\s+as\\s*\\(");
    private static final Set<String> SERVER_SCHEMAS =
            Set.of("information_schema", "performance_schema", "mysql", "sys");
    private static final Set<String> NO_TABLES = Set.of("dual", "json_table", "select", "values");
    private static final Pattern DATA_STATEMENT =
            Pattern.compile("^\\s*(?:select|insert|update|delete|replace|with|\\()");
    private static final int REMEMBERED = 20_000;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    /** @throws WithoutTenant when the statement could reach across tenants */
    void check(String sql) {
        if (accepted.contains(sql)) {
            return;
        }
        judge(sql.toLowerCase(Locale.ROOT), sql);
        if (accepted.size() < REMEMBERED) {
            accepted.add(sql);
        }
    }

    private void judge(String lower, String sql) {
        if (!DATA_STATEMENT.matcher(lower).find()) {
            return;
        }
        String text = lower.replaceAll("\\bfor update\\b", " ").replaceAll("\\bon duplicate key update\\b", " ");
        Set<String> local = new java.util.HashSet<>();
        for (Matcher cte = CTE.matcher(text); cte.find(); ) {
            local.add(cte.group(1));
        }
        for (Matcher table = TABLE.matcher(text); table.find(); ) {
            String name = table.group(2);
            boolean ofTheServer = table.group(1) != null && SERVER_SCHEMAS.contains(table.group(1));
            if (!ofTheServer && !local.contains(name) && isTenantTable(name) && !namesTenant(text)) {
                throw new WithoutTenant(name, sql);
            }
        }
    }

    private static boolean isTenantTable(String name) {
        return !PlatformTables.NAMES.contains(name) && !NO_TABLES.contains(name);
    }

    private static boolean namesTenant(String text) {
        String start = text.stripLeading();
        if (start.startsWith("insert")) {
            return text.contains("tenant_id");
        }
        return PREDICATE.matcher(text).find();
    }

    /** A statement that would have read or changed rows of every tenant. */
    static final class WithoutTenant extends IllegalStateException {
        WithoutTenant(String table, String sql) {
            super("No tenant predicate on " + table + ": " + sql);
        }
    }
}
