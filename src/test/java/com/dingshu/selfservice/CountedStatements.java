package com.dingshu.selfservice;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down every statement the application prepares while a test listens. */
final class CountedStatements implements BeanPostProcessor, Ordered {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** The statements in their order, but for the list of merchants, which is read every few seconds anyway. */
    List<String> during(Runnable work) {
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
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (listening && method.getName().equals("prepareStatement")) {
                            heard.add(String.valueOf(arguments[0]));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getTargetException();
                        }
                    });
        }
    }
}
