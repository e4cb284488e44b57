package dev.twostep.push.webpush;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Port: the addresses of a name, or of an address that is written out. */
@FunctionalInterface
interface HostResolver {

    /** @return at least one */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
