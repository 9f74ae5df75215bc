package org.hindcast.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.Refusal;

/** What the request asks for, read carefully. */
@RequestScoped
public class Asked {

    private static final int MOST = 1_000;

    @Inject
    private HttpServletRequest request;

    /** The parameter without surrounding blanks, empty when there is none. */
    public String get(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Whether a parameter is there and says something. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** The parameter as a number. @throws Refusal.Missing when it is none: no record has such a number */
    public int number(String name) {
        if (!get(name).matches("\\d{1,9}")) {
            throw Refusal.missing();
        }
        return Integer.parseInt(get(name));
    }

    /** The parameter as the number of a page, counted from 1; the first one when it is none. */
    public int page(String name) {
        return get(name).matches("[1-9]\\d{0,5}") ? number(name) : 1;
    }

    /** Every value of the parameter. */
    public List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** Numbers that stand in one parameter, separated by commas, or in several of that name. */
    public List<Integer> numbers(String name) {
        String all = String.join(",", values(name));
        return Arrays.stream(all.split(","))
                .filter(n -> n.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .distinct()
                .limit(MOST)
                .toList();
    }

    public Map<String, String[]> all() {
        return new LinkedHashMap<>(request.getParameterMap());
    }

    /** Whether parameters are empty or stand several times, as a form sends them. */
    public boolean isUntidy() {
        boolean get = request.getMethod().equals("GET");
        return get && request.getParameterMap().values().stream().anyMatch(v -> v.length > 1 || v[0].isBlank());
    }
}
