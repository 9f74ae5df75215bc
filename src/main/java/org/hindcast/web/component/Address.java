package org.hindcast.web.component;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address of a list, with all that makes it this list: another page, another order, one filter less are addresses too. */
public final class Address {

    private final String path;
    private final Map<String, String> parameters;

    private Address(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** Empty parameters are left out; of repeated ones the values stand beside each other, separated by commas. */
    public static Address of(String path, Map<String, String[]> parameters) {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String value = String.join(
                    ",", Arrays.stream(values).filter(v -> !v.isBlank()).toList());
            if (!value.isEmpty()) {
                kept.put(name, value);
            }
        });
        return new Address(path, kept);
    }

    /** The value of a parameter, empty when it is not there. */
    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The names of all parameters that begin so. */
    public List<String> names(String prefix) {
        return parameters.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /** The same with one parameter set; with an empty value without it. */
    public Address with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, String.valueOf(value));
        if (String.valueOf(value).isEmpty()) {
            changed.remove(name);
        }
        return new Address(path, changed);
    }

    /** The same address without these parameters; a name that ends in a star means all that begin with it. */
    public Address without(String... names) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        for (String name : names) {
            changed.keySet()
                    .removeIf(key -> key.equals(name)
                            || name.endsWith("*") && key.startsWith(name.substring(0, name.length() - 1)));
        }
        return new Address(path, changed);
    }

    /** The same parameters at another path. */
    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    /** What a form with method GET must carry along in hidden fields. */
    public List<Map.Entry<String, String>> getCarried() {
        return new ArrayList<>(parameters.entrySet());
    }

    @Override
    public String toString() {
        StringBuilder address = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(separator)
                    .append(encode(parameter.getKey()))
                    .append('=')
                    .append(encode(parameter.getValue()));
            separator = '&';
        }
        return address.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
