package org.mentoringcommons.survey.webhook;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names lead where a test says; addresses to themselves, all others nowhere: tests ask no name server. */
@Mock
@ApplicationScoped
class TestNames extends Names {

    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    void lead(String host, String... addresses) {
        known.put(host, List.of(addresses));
    }

    void leadNowhere(String host) {
        known.remove(host);
    }

    @Override
    List<InetAddress> addresses(String host) throws UnknownHostException {
        List<String> found = host.matches("[0-9.]+|.*:.*") ? List.of(host) : known.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        InetAddress[] addresses = new InetAddress[found.size()];
        for (int index = 0; index < addresses.length; index++) {
            addresses[index] = InetAddress.getByName(found.get(index));
        }
        return Arrays.asList(addresses);
    }
}
