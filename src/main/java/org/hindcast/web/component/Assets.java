package org.hindcast.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our own files with a fingerprint of their content, so that browsers keep them for a year: {@code #{assets.url('css/hindcast.css')}}. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/resources/hindcast/";

    @Inject
    private ServletContext context;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** @param path below {@code resources/hindcast}; an anchor may follow */
    public String url(String path) {
        return addresses.computeIfAbsent(path, this::fingerprinted);
    }

    /** The icon of that name from the sprite. */
    public String icon(String name) {
        return url("img/icons.svg") + "#" + name;
    }

    private String fingerprinted(String path) {
        try (InputStream file = context.getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no file " + FOLDER + path);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return context.getContextPath() + FOLDER + path + "?v="
                    + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
