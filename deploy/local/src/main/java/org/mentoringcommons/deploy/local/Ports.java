package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

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

    private static final int LOWEST = 20_000;

    /**
     * From here on the system gives ports to outgoing connections (Linux; others begin higher), and every part of the stack
     * makes some while the slower ones are still starting: a port of that range that is free now may be taken half a minute
     * later.
     */
    private static final int EPHEMERAL = 32_768;

    private static final int MOST_TRIES = 10_000;

    /** The ports that documents and bookmarks may name. */
    public static Ports fixed() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 19092, 19093, 15432, 18025);
    }

    /** Ports that were free a moment ago: for tests, and for a second stack beside the first. */
    public static Ports free() {
        return free(() -> ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL));
    }

    /** The first of the candidates that are free; each is asked for again and again, and given once. */
    static Ports free(IntSupplier candidates) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int tries = 0; found.size() < 9; tries++) {
            if (tries == MOST_TRIES) {
                throw new LaunchFailure("No free ports were found on 127.0.0.1.");
            }
            int candidate = candidates.getAsInt();
            if (isFree(candidate)) {
                found.add(candidate);
            }
        }
        Iterator<Integer> next = found.iterator();
        return new Ports(
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next());
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
}
