package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void free_ones_are_none_that_the_system_gives_to_outgoing_connections() {
        List<Integer> ports = all(Ports.free());

        assertThat(ports).doesNotHaveDuplicates().allSatisfy(port -> assertThat(port)
                .isBetween(20_000, 32_767));
    }

    @Test
    void one_that_somebody_listens_on_is_passed_over_and_none_is_given_twice() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Integer> free = all(Ports.free());
            Iterator<Integer> candidates = Stream.of(List.of(taken.getLocalPort(), free.get(0)), free)
                    .flatMap(List::stream)
                    .iterator();

            assertThat(all(Ports.free(candidates::next))).isEqualTo(free);
        }
    }

    @Test
    void where_none_is_free_it_is_said_instead_of_tried_for_ever() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.free(taken::getLocalPort)).isInstanceOf(LaunchFailure.class);
        }
    }

    private static List<Integer> all(Ports ports) {
        List<Integer> all = IntStream.of(
                        ports.keycloak(),
                        ports.identity(),
                        ports.curriculum(),
                        ports.survey(),
                        ports.analytics(),
                        ports.kafka(),
                        ports.kafkaController(),
                        ports.postgres(),
                        ports.smtp())
                .boxed()
                .toList();
        assertThat(Set.copyOf(all)).hasSize(9);
        return all;
    }
}
