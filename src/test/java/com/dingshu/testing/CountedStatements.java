package com.dingshu.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down every statement the application executes while a test listens; a batch of rows is one. */
public final class CountedStatements implements BeanPostProcessor, Ordered {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** The statements in their order, but for the list of merchants, which is read every few seconds anyway. */
    public List<String> during(Runnable work) {
        heard.clear();
        listening = true;
        try {
            work.run();
        } finally {
            listening = false;
        }
        return heard.stream()
                .filter(sql -> !sql.contains("from tenant order by"))
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Listening(source) : bean;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private final class Listening extends DelegatingDataSource {

        private Listening(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return proxy(Connection.class, connection, (method, arguments, result) -> {
                boolean prepares = method.equals("prepareStatement") && arguments != null;
                return prepares && result instanceof PreparedStatement statement
                        ? listened(statement, String.valueOf(arguments[0]))
                        : result;
            });
        }
    }

    private PreparedStatement listened(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            if (listening && method.startsWith("execute")) {
                heard.add(sql);
            }
            return result;
        });
    }

    private interface After {
        Object of(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.of(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                }));
    }
}
