package org.mentoringcommons.survey.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells addresses of the public internet from all others: special purposes as IANA registers them. */
final class Outward {

    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private
            Block.of("100.64.0.0", 10), // shared by providers, and within clouds
            Block.of("127.0.0.0", 8), // this machine
            Block.of("169.254.0.0", 16), // this link; metadata of clouds
            Block.of("172.16.0.0", 12), // private
            Block.of("192.0.0.0", 24), // protocols
            Block.of("192.0.2.0", 24), // examples
            Block.of("192.88.99.0", 24), // relays
            Block.of("192.168.0.0", 16), // private
            Block.of("198.18.0.0", 15), // benchmarks
            Block.of("198.51.100.0", 24), // examples
            Block.of("203.0.113.0", 24), // examples
            Block.of("224.0.0.0", 4), // many at once
            Block.of("240.0.0.0", 4), // reserved, broadcast
            Block.of("2001::", 23), // protocols, tunnels that carry other addresses
            Block.of("2001:db8::", 32), // examples
            Block.of("2002::", 16), // carries an address of version 4
            Block.of("3fff::", 20)); // examples

    /** Of version 6, nothing else is global. */
    private static final Block GLOBAL = Block.of("2000::", 3);

    private Outward() {}

    /** Whether the address is one of the public internet. One of version 4 in the form of version 6 is one of version 4. */
    static boolean isPublic(InetAddress address) {
        boolean mayBe = address.getAddress().length == 4 || GLOBAL.holds(address);
        return mayBe && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    private record Block(int bytes, BigInteger prefix, int free) {

        static Block of(String address, int bits) {
            try {
                byte[] bytes = InetAddress.getByName(address).getAddress(); // an address, no name: nobody is asked
                int free = bytes.length * 8 - bits;
                return new Block(bytes.length, new BigInteger(1, bytes).shiftRight(free), free);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        boolean holds(InetAddress address) {
            byte[] its = address.getAddress();
            return its.length == bytes
                    && new BigInteger(1, its).shiftRight(free).equals(prefix);
        }
    }
}
