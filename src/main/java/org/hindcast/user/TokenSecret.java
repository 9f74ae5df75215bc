package org.hindcast.user;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code hc_}, 256 random bits, and a checksum, so that scanners find leaked ones and mistyped ones never
 * reach the database. After "Behind GitHub's new authentication token formats", 2021.
 */
final class TokenSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String PREFIX = "hc_";
    private static final int BITS = 256;
    private static final int LENGTH = 43;
    private static final int CHECK = 6;

    private TokenSecret() {}

    static String random() {
        String start = PREFIX + digits(new BigInteger(BITS, RANDOM), LENGTH);
        return start + check(start);
    }

    /** Whether the text can be a token at all. */
    static boolean isPlausible(String text) {
        int end = PREFIX.length() + LENGTH;
        return text.length() == end + CHECK && text.startsWith(PREFIX) && text.endsWith(check(text.substring(0, end)));
    }

    /** What is kept of it, as of any secret of 256 random bits: a plain hash is enough, OWASP ASVS 5.0, 6.5.2. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static String check(String start) {
        CRC32 crc = new CRC32();
        crc.update(start.getBytes(StandardCharsets.UTF_8));
        return digits(BigInteger.valueOf(crc.getValue()), CHECK);
    }

    private static String digits(BigInteger number, int length) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
