package com.dingshu.channels.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up and gives nothing but addresses of the public network. Used where connections are made, so that a name
 * cannot lead elsewhere between being checked and being called.
 */
final class PublicAddresses implements DnsResolver {

    /** The name leads, at least with one of its addresses, into a network that is not public. */
    static final class NotPublic extends UnknownHostException {
        private NotPublic(String host) {
            super(host);
        }
    }

    private final DnsResolver names;

    PublicAddresses(DnsResolver names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new NotPublic(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isSpecial4(bytes) : isSpecial6(bytes)));
    }

    /** This network, shared address space, protocol assignments, benchmarks, and what is reserved. */
    private static boolean isSpecial4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first == 100 && (second & 0xc0) == 64
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second & 0xfe) == 18
                || first >= 240;
    }

    /** Unique local addresses, and every form that carries another address in it: compatible, translated, 6to4, Teredo. */
    private static boolean isSpecial6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return first == 0
                || (first & 0xfe00) == 0xfc00
                || first == 0x64 && second == 0xff9b
                || first == 0x2002
                || first == 0x2001 && second == 0;
    }
}
