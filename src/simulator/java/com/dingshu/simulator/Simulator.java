package com.dingshu.simulator;

import com.dingshu.simulator.douyin.DouyinPartner;
import com.dingshu.simulator.sf.SfPartner;
import com.dingshu.simulator.shopify.ShopifyPartner;
import com.dingshu.simulator.sms.SmsPartner;
import com.dingshu.simulator.taobao.TaobaoPartner;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Starts the partners' simulators.
 *
 * <pre>java -cp ... com.dingshu.simulator.Simulator --port=18080 [--host=127.0.0.1] [--config=shops.yaml] [--seed=7]
 * [--parent=pid]</pre>
 *
 * <p>Prints {@code simulator listening on http://host:port} once it is ready; port 0 takes any free one.
 * With {@code --parent} it ends when that process does.
 */
public final class Simulator {

    private Simulator() {}

    public static void main(String[] args) throws IOException {
        // answers would otherwise wait 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Map<String, String> options = options(args);
        World world = new World(Long.parseLong(options.getOrDefault("seed", "20261121")));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        options.getOrDefault("host", "127.0.0.1"),
                        Integer.parseInt(options.getOrDefault("port", "18080"))),
                1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (Partner partner : List.of(
                new TaobaoPartner(), new DouyinPartner(), new ShopifyPartner(), new SfPartner(), new SmsPartner())) {
            partner.serve(server, world);
            world.add(partner);
        }
        new Admin(world).serve(server);
        if (options.containsKey("config")) {
            world.load(Path.of(options.get("config")));
        }
        if (options.containsKey("parent")) {
            endWith(Long.parseLong(options.get("parent")));
        }
        world.start();
        server.start();
        System.out.println("simulator listening on http://"
                + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    private static void endWith(long parent) {
        ProcessHandle.of(parent).ifPresentOrElse(p -> p.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (!arg.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("Unknown argument " + arg + ", expected --name=value");
            }
            options.put(arg.substring(2, equals), arg.substring(equals + 1));
        }
        return options;
    }
}
