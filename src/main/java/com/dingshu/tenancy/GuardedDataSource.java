package com.dingshu.tenancy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Puts the {@link StatementGuard} in front of every connection, whoever uses it. */
final class GuardedDataSource extends DelegatingDataSource {

    private final StatementGuard guard = new StatementGuard();

    GuardedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return guarded(super.getConnection(username, password));
    }

    private Connection guarded(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            check(method.getName().startsWith("prepare"), arguments);
            Object result = invoke(connection, method, arguments);
            return method.getName().equals("createStatement") && result instanceof Statement plain
                    ? guarded(plain)
                    : result;
        });
    }

    private Statement guarded(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            check(method.getName().startsWith("execute") || method.getName().equals("addBatch"), arguments);
            return invoke(statement, method, arguments);
        });
    }

    private void check(boolean carriesSql, @Nullable Object @Nullable [] arguments) {
        if (carriesSql && arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            guard.check(sql);
        }
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                GuardedDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }

    private interface Call {
        @Nullable
        Object on(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }
}
