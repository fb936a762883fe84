package com.dingshu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.catalog.Catalog;
import com.dingshu.identity.OwnAccount;
import com.dingshu.identity.SignIn;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.ShopDirectory;
import com.dingshu.tenancy.Tenants;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/**
 * Every method of every door, histories among them, called by another merchant's all-powerful person with the first one's
 * ids, numbers and codes: no answer tells anything of the first merchant, and none of its rows changes. New doors and
 * methods are covered without being named here.
 */
@IntegrationTest
class DoorIsolationIT {

    /** Doors about merchants themselves, for the platform's own use or asked before anybody is signed in. */
    private static final Set<Class<?>> OF_THE_PLATFORM = Set.of(Tenants.class, ShopDirectory.class, SignIn.class);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Retrying retrying;

    private final Set<String> unreached = new TreeSet<>();

    @TestFactory
    Stream<DynamicTest> noDoorTellsOrTouchesAnythingOfAnotherMerchant() throws SQLException {
        TwoMerchants both = new TwoMerchants(context);
        Map<String, String> before = rows(both.first.merchant().id());
        assertThat(before).as("the first merchant has something to hide").hasSizeGreaterThan(20);
        Stream<DynamicTest> doors = doors().map(door -> DynamicTest.dynamicTest(
                door.getSimpleName(), () -> methods(door).forEach(method -> assertHides(door, method, both))));
        return Stream.concat(
                doors,
                Stream.of(
                        DynamicTest.dynamicTest("nothing has changed", () -> assertThat(
                                        rows(both.first.merchant().id()))
                                .isEqualTo(before)),
                        DynamicTest.dynamicTest("every method was reached", () -> assertThat(unreached)
                                .as("teach Guesses what these take")
                                .isEmpty())));
    }

    /** Permissions named through an annotation of a module's own, and doors that everybody has, are no way past. */
    @Test
    void leavesNoMethodOut() {
        assertThat(doors()).contains(OwnAccount.class, Catalog.class);
        assertThat(methods(Catalog.class).map(Method::getName)).contains("byCode", "byBarcode", "byIds");
        assertThat(methods(OwnAccount.class).map(Method::getName)).contains("changePassword", "speak");
    }

    @Test
    void theirOwnerGetsWhatTheStrangerMustNot() {
        TwoMerchants both = new TwoMerchants(context);
        Object orders = context.getBean(com.dingshu.orders.OrderQueries.class);
        String told = both.first.merchant().call(() -> {
            Method history = orders.getClass().getMethod("history", java.util.UUID.class);
            return String.valueOf(history.invoke(orders, both.ids.get("held")));
        });
        assertThat(TwoMerchants.tells(told, List.of())).as(told).isTrue();
    }

    private void assertHides(Class<?> door, Method method, TwoMerchants both) {
        boolean reached = false;
        for (int variant = 0; variant < Guesses.VARIANTS; variant++) {
            Guesses guesses = new Guesses(both, variant);
            Object[] arguments = guesses.arguments(method);
            String answer =
                    both.second.call(both.allPowerful(), () -> answer(context.getBean(door), method, arguments));
            reached |= !answer.contains("argument type mismatch") && !answer.contains("NullPointerException");
            assertThat(TwoMerchants.tells(answer + guesses.written(), TwoMerchants.THE_NUMBER))
                    .as("%s.%s answered %s", door.getSimpleName(), method.getName(), answer)
                    .isFalse();
        }
        if (!reached) {
            unreached.add(door.getSimpleName() + "." + method.getName());
        }
    }

    /** Refusals are answers too. */
    private String answer(Object door, Method method, Object[] arguments) {
        try {
            return retrying.inTransaction(() -> said(invoke(door, method, arguments)));
        } catch (RuntimeException refused) {
            return String.valueOf(refused);
        }
    }

    private static @Nullable Object invoke(Object door, Method method, Object[] arguments) {
        try {
            return method.invoke(door, arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(String.valueOf(refused.getCause()));
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String said(@Nullable Object answer) {
        return answer instanceof byte[] bytes
                ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                : String.valueOf(answer);
    }

    private Stream<Class<?>> doors() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .<Class<?>>map(AopUtils::getTargetClass)
                .filter(type -> type.getName().startsWith("com.dingshu."))
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .filter(type -> !OF_THE_PLATFORM.contains(type))
                .sorted(Comparator.comparing(Class::getName));
    }

    private static Stream<Method> methods(Class<?> door) {
        return Stream.of(door.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString));
    }

    /** A digest of all rows of a merchant, by table. */
    private static Map<String, String> rows(int tenant) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                List<Integer> hashes = new ArrayList<>();
                try (ResultSet rows =
                        statement.executeQuery("select * from " + table + " where tenant_id = " + tenant)) {
                    while (rows.next()) {
                        hashes.add(hash(rows));
                    }
                }
                if (!hashes.isEmpty()) {
                    hashes.sort(Comparator.naturalOrder());
                    digests.put(table, hashes.size() + " " + hashes.hashCode());
                }
            }
        }
        return digests;
    }

    private static int hash(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(row.getString(column)));
        }
        return values.hashCode();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select table_name from information_schema.columns
                        where table_schema = database() and column_name = 'tenant_id'
                        and table_name not in ('tenant', 'work_lease', 'id_block') order by table_name""")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
