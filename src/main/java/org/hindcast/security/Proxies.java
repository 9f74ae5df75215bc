package org.hindcast.security;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.hindcast.settings.Network;

/**
 * The proxies in front of us: only they are believed whom they speak for.
 *
 * @param trusted where they are
 */
record Proxies(List<Network> trusted) {

    private static final String BETWEEN = ",";

    /**
     * The address that a request came from: the peer's own, or what trusted proxies say of it, read from the last one on to the
     * first that is not trusted. What is no address ends it: whoever wrote that may have written all before it.
     *
     * @param peer at the other end of the connection
     * @param forwarded the values of {@code X-Forwarded-For}, in order
     */
    String client(String peer, List<String> forwarded) {
        String client = peer;
        String[] hops = String.join(BETWEEN, forwarded).split(BETWEEN);
        for (int hop = hops.length - 1; hop >= 0 && isTrusted(client); hop--) {
            Optional<InetAddress> said = Network.address(hops[hop]);
            if (said.isEmpty()) {
                return client;
            }
            client = said.get().getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return !trusted.isEmpty()
                && Network.address(address)
                        .filter(one -> trusted.stream().anyMatch(network -> network.contains(one)))
                        .isPresent();
    }
}
