package dev.twostep.push.webpush;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet, by IANA's special-purpose registries (RFC 6890 and what came after). Everything else may
 * be something of ours: this machine, the cloud's metadata service, a printer.
 */
final class PublicAddresses {

    /** Of IPv4 all but these. */
    private static final List<Block> SPECIAL_IPV4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared with the provider (CGNAT)
            "127.0.0.0/8", // this machine
            "169.254.0.0/16", // link-local, and the metadata of clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and the broadcast address

    /**
     * Of IPv6 only this. So this machine, link-local, unique local and multicast are out, and IPv4 addresses that are mapped or made
     * compatible, which the JDK unwraps by itself in all but a few cases.
     */
    private static final List<Block> GLOBAL_IPV6 = blocks("2000::/3");

    /** And of that not these. */
    private static final List<Block> SPECIAL_IPV6 = blocks(
            "2001::/23", // protocol assignments, among them Teredo, which holds an IPv4 address
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds an IPv4 address; nobody announces it any more
            "3fff::/20"); // documentation

    /** How a network that has only IPv6 writes IPv4 addresses (NAT64, RFC 6052): as public as the one within. */
    private static final List<Block> NAT64 = blocks("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicIpv4(bytes) : isPublicIpv6(bytes);
    }

    private static boolean isPublicIpv4(byte[] address) {
        return !isIn(SPECIAL_IPV4, address);
    }

    private static boolean isPublicIpv6(byte[] address) {
        if (isIn(NAT64, address)) {
            return isPublicIpv4(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return isIn(GLOBAL_IPV6, address) && !isIn(SPECIAL_IPV6, address);
    }

    private static boolean isIn(List<Block> blocks, byte[] address) {
        String bits = bits(address);
        return blocks.stream().anyMatch(block -> bits.startsWith(block.firstBits()));
    }

    /** In zeros and ones. */
    private static String bits(byte[] address) {
        StringBuilder bits = new StringBuilder();
        for (byte part : address) {
            for (int bit = Byte.SIZE - 1; bit >= 0; bit--) {
                bits.append(part >> bit & 1);
            }
        }
        return bits.toString();
    }

    private static List<Block> blocks(String... prefixes) {
        return Stream.of(prefixes).map(Block::of).toList();
    }

    /** All addresses that begin with the same bits. */
    private record Block(String firstBits) {

        static Block of(String prefix) {
            int slash = prefix.indexOf('/');
            try {
                byte[] first = InetAddress.getByName(prefix.substring(0, slash)).getAddress();
                return new Block(bits(first).substring(0, Integer.parseInt(prefix.substring(slash + 1))));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("an address that is written out needs no look-up", impossible);
            }
        }
    }
}
