package dev.twostep.push.webpush;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Hands out addresses only after it has looked at them. The connection is made to what comes out here, and the name is not looked up
 * again, so a name server that answers differently the second time gains nothing.
 */
final class PublicResolver implements HostResolver {

    private final HostResolver names;

    PublicResolver(HostResolver names) {
        this.names = names;
    }

    /** One address that is not public among others is enough to refuse: nobody has that by mistake, and the next try might take it. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host).clone();
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw new NotPublic();
        }
        return addresses;
    }

    /** The name has an address that is not on the public internet. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        private NotPublic() {
            super("not a public address");
        }
    }
}
