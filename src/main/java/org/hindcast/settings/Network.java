package org.hindcast.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some addresses that begin alike: {@code 10.0.0.0/8}, or one alone. Written as numbers only, so that nobody is asked for a name.
 *
 * @param first any of them
 * @param bits that they share
 */
public record Network(InetAddress first, int bits) {

    private static final String PART = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern NUMBERS =
            Pattern.compile(PART + "(\\." + PART + "){3}|[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** What is written as {@code 192.0.2.1}, {@code 192.0.2.0/24}, {@code 2001:db8::/32}; empty when it is none of these. */
    public static Optional<Network> of(String text) {
        String[] parts = text.strip().split("/", 2);
        Optional<InetAddress> address = address(parts[0]);
        if (address.isEmpty() || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int all = address.get().getAddress().length * Byte.SIZE;
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : all;
        return bits > all ? Optional.empty() : Optional.of(new Network(address.get(), bits));
    }

    /** The address that is written there, empty when it is none. */
    public static Optional<InetAddress> address(String text) {
        String numbers = text.strip();
        try {
            return NUMBERS.matcher(numbers).matches() ? Optional.of(InetAddress.getByName(numbers)) : Optional.empty();
        } catch (UnknownHostException nonsense) {
            return Optional.empty();
        }
    }

    /** Whether that is one of them. */
    public boolean contains(InetAddress other) {
        byte[] ours = first.getAddress();
        byte[] theirs = other.getAddress();
        boolean alike = ours.length == theirs.length;
        for (int bit = 0; alike && bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            alike = (ours[bit / Byte.SIZE] & mask) == (theirs[bit / Byte.SIZE] & mask);
        }
        return alike;
    }
}
