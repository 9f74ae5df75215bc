package org.hindcast.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
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
import java.util.regex.Pattern;

/** Addresses of our own files with a fingerprint of their content, so that browsers keep them for a year: {@code #{assets.url('css/hindcast.css')}}. */
@Named
@ApplicationScoped
public class Assets {

    private static final String KEY = Assets.class.getName();
    private static final String FOLDER = "/resources/hindcast/";

    /** Servers know a file under endlessly many spellings of its path; only one of them is looked for, and kept. */
    private static final Pattern PLAIN = Pattern.compile("(?:\\w[\\w.-]*+/)*+\\w[\\w.-]*+");

    @Inject
    private ServletContext context;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The one of the application that this page belongs to, without the search for a bean that each icon would begin. */
    static Assets of(FacesContext faces) {
        return (Assets) faces.getExternalContext()
                .getApplicationMap()
                .computeIfAbsent(KEY, key -> CDI.current().select(Assets.class).get());
    }

    /** @param path below {@code resources/hindcast} */
    public String url(String path) {
        String address = known(path);
        if (address == null) {
            throw new IllegalArgumentException("There is no file " + FOLDER + path);
        }
        return address;
    }

    /** The icon of that name from the sprite. */
    public String icon(String name) {
        return url("img/icons.svg") + "#" + name;
    }

    /** Whether the file at this path of the application has the content that the fingerprint names. */
    boolean isCurrent(String path, String fingerprint) {
        String address = path.startsWith(FOLDER) ? known(path.substring(FOLDER.length())) : null;
        return address != null && address.endsWith("?v=" + fingerprint);
    }

    /** The address of a file, null when there is no such file. */
    private String known(String path) {
        return PLAIN.matcher(path).matches() ? addresses.computeIfAbsent(path, this::fingerprinted) : null;
    }

    private String fingerprinted(String path) {
        try (InputStream file = context.getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                return null;
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
