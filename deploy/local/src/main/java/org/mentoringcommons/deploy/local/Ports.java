package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TCP ports on the loopback address, one for everything that listens.
 *
 * @param kafkaController the broker's second listener, which only the broker itself speaks to
 */
public record Ports(
        int keycloak,
        int identity,
        int curriculum,
        int survey,
        int analytics,
        int kafka,
        int kafkaController,
        int postgres,
        int smtp) {

    /** The ports that documents and bookmarks may name. */
    public static Ports fixed() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 19092, 19093, 15432, 18025);
    }

    /** Ports that were free a moment ago: for tests, and for a second stack beside the first. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            // held together, so that no number is handed out twice
            for (int each = 0; each < 9; each++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> found = held.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(
                    found.get(0),
                    found.get(1),
                    found.get(2),
                    found.get(3),
                    found.get(4),
                    found.get(5),
                    found.get(6),
                    found.get(7),
                    found.get(8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    int of(Service service) {
        return switch (service) {
            case IDENTITY -> identity;
            case CURRICULUM -> curriculum;
            case SURVEY -> survey;
            case ANALYTICS -> analytics;
        };
    }

    /** Says all taken ports at once: finding them one start at a time is tedious. */
    void requireFree() {
        List<String> taken = new ArrayList<>();
        named().forEach((name, port) -> {
            if (!isFree(port)) {
                taken.add(port + " (" + name + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new LaunchFailure("Something else already listens on 127.0.0.1, port " + String.join(", ", taken)
                    + ". Stop it, or start with --free-ports.");
        }
    }

    private Map<String, Integer> named() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("Keycloak", keycloak);
        for (Service service : Service.values()) {
            ports.put(service.title(), of(service));
        }
        ports.put("Kafka", kafka);
        ports.put("Kafka's controller", kafkaController);
        ports.put("PostgreSQL", postgres);
        ports.put("the mail sink", smtp);
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // a connection of the last run in TIME_WAIT is no listener
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
