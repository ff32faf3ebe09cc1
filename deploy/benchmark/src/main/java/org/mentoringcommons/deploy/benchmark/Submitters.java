package org.mentoringcommons.deploy.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who send their answers, so many at a time, one after the other, each by a link of their own. They come from many
 * addresses of the loopback network over connections that are kept, as through a proxy; the shipped limits are on. The
 * client is a socket and no more, since it shares the processors with what it measures.
 */
final class Submitters {

    private static final int ADDRESSES = 8;

    private final InetSocketAddress service;
    private final SeededSurvey survey;
    private final AtomicInteger next;

    /** @param next the first invitation that nobody has answered by yet */
    Submitters(int port, SeededSurvey survey, AtomicInteger next) {
        this.next = next;
        this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.survey = survey;
    }

    /** How long each took, in nanoseconds, sorted, and all together. */
    record Times(long[] nanos, double perSecond) {
        long percentile(double percent) {
            return nanos[Math.max(0, (int) Math.ceil(nanos.length * percent / 100) - 1)];
        }
    }

    Times submit(int clients, Duration lasting) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            List<Future<long[]>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                all.add(threads.submit(() -> submitUntil(number, begin + lasting.toNanos())));
            }
            long[] nanos = {};
            for (Future<long[]> each : all) {
                long[] some = each.get();
                nanos = Arrays.copyOf(nanos, nanos.length + some.length);
                System.arraycopy(some, 0, nanos, nanos.length - some.length, some.length);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Arrays.sort(nanos);
            return new Times(nanos, nanos.length / seconds);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] submitUntil(int client, long end) throws IOException {
        Person[] people = new Person[ADDRESSES];
        try {
            for (int address = 0; address < ADDRESSES; address++) {
                people[address] = new Person("127.1." + client + "." + (address + 1));
            }
            long[] nanos = new long[1024];
            int count = 0;
            while (System.nanoTime() < end) {
                int invitation = next.getAndIncrement();
                if (invitation >= SeededSurvey.INVITATIONS) {
                    throw new IllegalStateException("everybody invited has answered");
                }
                byte[] request = request(invitation);
                long begin = System.nanoTime();
                people[count % ADDRESSES].send(request);
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = System.nanoTime() - begin;
            }
            return Arrays.copyOf(nanos, count);
        } finally {
            for (Person person : people) {
                if (person != null) {
                    person.close();
                }
            }
        }
    }

    private byte[] request(int invitation) {
        String body = SeededSurvey.answer();
        return ("POST /survey/v1/forms/" + survey.token(invitation) + "/response HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A connection from an address. */
    private final class Person implements AutoCloseable {

        private final Socket socket = new Socket();
        private final InputStream input;

        Person(String address) throws IOException {
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(service);
            input = new BufferedInputStream(socket.getInputStream());
        }

        /** Sends and reads the whole answer, which has to be 201. */
        void send(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            String status = line();
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            byte[] body = input.readNBytes(length);
            if (!status.contains(" 201 ")) {
                throw new IllegalStateException(status + " " + new String(body, StandardCharsets.UTF_8));
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int read = input.read(); read != '\n'; read = input.read()) {
                if (read < 0) {
                    throw new EOFException("the service hung up");
                }
                if (read != '\r') {
                    line.append((char) read);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
